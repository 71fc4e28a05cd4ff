import { InputError } from '@aws-platform/engine/errors';

/** A statement of a policy, as IAM reads it. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Conditions;
}

/** A statement that takes away, whatever other policies allow. */
export interface DenyStatement {
  readonly Sid: string;
  readonly Effect: 'Deny';
  /** Either these actions, or all but those of `NotAction`. */
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  /** Either these resources, or all but those of `NotResource`. */
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Conditions;
}

/** Operator → key → values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/** The most that roles may do, whatever their own policies say. */
export interface Boundary {
  readonly Version: '2012-10-17';
  readonly Statement: readonly (PolicyStatement | DenyStatement)[];
}

/**
 * How much of a policy IAM counts: no white space.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function sizeOf(document: Boundary): number {
  return JSON.stringify(document).replace(/\s/g, '').length;
}

/** Of all inline policies of a role together. */
export const MAX_INLINE_SIZE = 10_240;

/** Of a managed policy. */
export const MAX_MANAGED_SIZE = 6_144;

/** The document itself. Throws `InputError` where a managed policy has not the room for it. */
export function requireManagedSize<Document extends Boundary>(what: string, document: Document): Document {
  const size = sizeOf(document);
  if (size > MAX_MANAGED_SIZE)
    throw new InputError(`${what} has ${size} characters, at most ${MAX_MANAGED_SIZE} are allowed`);
  return document;
}
