/**
 * What a framework, a report plan or a restore test is called, of what other objects are called: AWS takes letters,
 * digits and underscores there (https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateFramework.html).
 */
export function auditName(name: string): string {
  return name.replaceAll('-', '_');
}

/** Of frameworks and report plans. */
export const AUDIT_NAME = /^[a-zA-Z][_a-zA-Z0-9]{0,255}$/;
export const AUDIT_NAME_ALLOWED = '1 to 256 letters, digits and underscores, a letter first';
