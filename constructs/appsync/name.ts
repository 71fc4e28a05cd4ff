/** What AppSync names itself: data sources, functions. */
export const GRAPHQL_NAME = /^[_A-Za-z][_0-9A-Za-z]{0,63}$/;

export const GRAPHQL_NAME_ALLOWED = '1 to 64 letters, digits and _, no digit first';
