/**
 * A field of the AWS object, as the entry's leading form spells it, without `spec.` and `forProvider.`. `[]` stands for
 * every item of a list, and a list that is not there has none; `?` marks a part without which nothing is asked.
 */
export type Field = string;

export type Scalar = string | number | boolean;

/**
 * What a field has to be. A field that is absent passes only `absentOr` and the `not…` ones. Values compare as texts.
 */
export type Must =
  | 'be set'
  | { readonly equal: Scalar }
  | { readonly absentOr: Scalar }
  | { readonly beOneOf: readonly Scalar[] }
  | { readonly match: RegExp }
  | { readonly notEqual: Scalar }
  | { readonly notMatch: RegExp };

export interface Condition {
  readonly field: Field;
  readonly must: Must;
}

/**
 * A demand on one field of a kind. A field that has to be set may be filled by a reference as well (`kmsKeyRef`,
 * `kmsKeyIdSelector`).
 */
export interface Demand extends Condition {
  /** Fields that do instead. */
  readonly or?: readonly Field[];
  /** It holds only where one of these does. */
  readonly when?: readonly Condition[];
  /** It does not hold where one of these does. */
  readonly unless?: readonly Condition[];
}

type Limits = Pick<Demand, 'or' | 'when' | 'unless'>;

export function isSet(field: Field, limits?: Limits): Demand {
  return { field, must: 'be set', ...limits };
}

export function is(field: Field, value: Scalar, limits?: Limits): Demand {
  return { field, must: { equal: value }, ...limits };
}

export function isNot(field: Field, value: Scalar, limits?: Limits): Demand {
  return { field, must: { notEqual: value }, ...limits };
}

export function isAbsentOr(field: Field, value: Scalar, limits?: Limits): Demand {
  return { field, must: { absentOr: value }, ...limits };
}

export function isOneOf(field: Field, values: readonly Scalar[], limits?: Limits): Demand {
  return { field, must: { beOneOf: values }, ...limits };
}

export function matches(field: Field, pattern: RegExp, limits?: Limits): Demand {
  return { field, must: { match: pattern }, ...limits };
}

export function matchesNot(field: Field, pattern: RegExp, limits?: Limits): Demand {
  return { field, must: { notMatch: pattern }, ...limits };
}
