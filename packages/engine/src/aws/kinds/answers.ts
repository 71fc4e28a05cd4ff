/** A question that has no answer for a kind, and why. What nobody has looked at has no entry at all. */
export interface None {
  readonly none: string;
  readonly source?: string;
}

export function none(reason: string, source?: string): None {
  return { none: reason, ...(source !== undefined && { source }) };
}

/** AWS has it, and the kind of one controller has no field for it: a policy finds that. */
export interface Missing {
  readonly missing: string;
  readonly source?: string;
}

export function missing(reason: string, source?: string): Missing {
  return { missing: reason, ...(source !== undefined && { source }) };
}

/** Somebody looked, and could not tell: a policy says so. */
export interface Unknown {
  readonly unknown: string;
}

export function unknown(reason: string): Unknown {
  return { unknown: reason };
}

/** Another kind of the same controller and group holds it: Crossplane's `BucketPublicAccessBlock`. */
export interface Elsewhere {
  readonly elsewhere: string;
}

export function elsewhere(kind: string): Elsewhere {
  return { elsewhere: kind };
}

/** The answer that many kinds share: AWS gives the object an id, which its ARN ends with. */
export const AWS_ID = none('AWS gives it an id, which its ARN ends with');

export const NO_ARN = none('has no ARN of its own that the service authorization reference knows');

export const NO_METRICS = none('publishes no metrics of its own');

export const NO_TAGS = none('AWS has no tags for it');

export const NO_PROTECTION = none('AWS has no deletion protection for it: no property of its type');

export const NO_DATA = none('stores no data of the platform: what it holds is its configuration');

export const ONLY_CALLS = none('nothing crosses a network for it but calls of AWS APIs, which take TLS 1.2 or newer');

export const NO_KEY = none("no key of one's own encrypts it");

export const NO_END = none('has no end of its own that anybody could reach');

export const AWS_BACKUP = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetSupportedResourceTypes.html';
