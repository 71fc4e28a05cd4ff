/**
 * Before a policy's id, the annotation that declares an exception to it; its value is the reason, which `validate`
 * prints: `exception.platform.company.com/dead-letter: …`.
 */
export const EXCEPTION = 'exception.platform.company.com/';
