/**
 * What EventBridge and its schema registry call rules, their targets, connections, API destinations and registries:
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 */
export const EVENT_NAME = /^[._A-Za-z0-9-]{1,64}$/;

export const EVENT_NAME_ALLOWED = 'at most 64 letters, digits and . - _';
