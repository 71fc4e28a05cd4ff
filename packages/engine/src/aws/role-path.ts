/** The path of every role that charts make: whoever may pass roles on is limited to it. */
export const ROLE_PATH = '/platform/';

/** The path of what the bootstrap makes in IAM: no controller may touch it. */
export const BOOTSTRAP_PATH = '/platform-bootstrap/';
