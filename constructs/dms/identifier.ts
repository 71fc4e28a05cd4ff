/** DMS keeps identifiers in lower case: others would come back changed. */
export const DMS_IDENTIFIER = /^(?!.*--)[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
export const ALLOWED_IDENTIFIER = 'lower-case letters, digits and single hyphens between them, a letter first';
