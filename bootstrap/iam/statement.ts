/** A statement of a policy, as IAM reads it. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Conditions;
}

/** Operator → key → values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/** How much of a policy IAM counts: no white space. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function sizeOf(document: PolicyDocument): number {
  return JSON.stringify(document).replace(/\s/g, '').length;
}

/** Of all inline policies of a role together. */
export const MAX_INLINE_SIZE = 10_240;

/** Of a managed policy. */
export const MAX_MANAGED_SIZE = 6_144;
