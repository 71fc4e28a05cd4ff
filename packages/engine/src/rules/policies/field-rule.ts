import { each, read } from '../../manifests';
import type { Problem } from '../rule';
import type { Tree, TreeObject } from '../tree';

type Scalar = string | number | boolean;

/** What a field has to be. A field that is absent passes only `absentOr` and the `not…` ones. */
export type Must =
  | 'be set'
  | { readonly equal: Scalar }
  | { readonly absentOr: Scalar }
  | { readonly beOneOf: readonly Scalar[] }
  | { readonly match: RegExp }
  | { readonly notEqual: Scalar }
  | { readonly notMatch: RegExp };

/**
 * A demand on one field of a kind. `[]` in its path stands for every item of a list, and a list that is not there has none;
 * `?` marks a field without which the demand does not hold.
 */
export interface FieldRule {
  readonly path: string;
  readonly must: Must;
  /** Fields that do instead, such as a reference. */
  readonly or?: readonly string[];
  /** The rule holds only where one of these does. */
  readonly when?: readonly Condition[];
  /** The rule does not hold where one of these does. */
  readonly unless?: readonly Condition[];
}

export interface Condition {
  readonly path: string;
  readonly must: Must;
}

export type FieldRules = Readonly<Record<string, readonly FieldRule[]>>;

/** What in a tree breaks a table of field rules, keyed by group and kind. */
export function* brokenFieldRules(tree: Tree, rules: FieldRules): Generator<Problem> {
  for (const kind of tree.kinds)
    for (const rule of rules[kind] ?? []) for (const object of tree.ofKinds(kind)) yield* broken(object, rule);
}

function* broken(object: TreeObject, { path, must, or = [], when, unless = [] }: FieldRule): Generator<Problem> {
  const { manifest } = object;
  if (when && !when.some((condition) => holds(manifest, condition))) return;
  if (unless.some((condition) => holds(manifest, condition))) return;
  if (or.some((other) => [...each(manifest, other)].length > 0)) return;
  for (const { value, path: at } of placesOf(manifest, path))
    if (!passes(value, must)) yield { object, path: at, message: messageOf(value, must) };
}

/** Where a field stands, or would stand: in every item of the last list on its way, and where a field marked `?` is there. */
function* placesOf(manifest: unknown, path: string): Generator<{ value: unknown; path: string }> {
  if (path.endsWith('[]')) {
    yield* each(manifest, path);
    return;
  }
  const split = Math.max(path.lastIndexOf('[].') + 2, path.lastIndexOf('?.') + 1);
  if (split < 2) {
    yield { value: read(manifest, path), path };
    return;
  }
  const rest = path.slice(split + 1);
  for (const place of each(manifest, path.slice(0, split)))
    yield { value: read(place.value, rest), path: `${place.path}.${rest}` };
}

function holds(manifest: unknown, { path, must }: Condition): boolean {
  return [...each(manifest, path)].some(({ value }) => passes(value, must));
}

function passes(value: unknown, must: Must): boolean {
  const isSet = value !== undefined && value !== null && value !== '';
  if (must === 'be set') return isSet;
  if ('equal' in must) return value === must.equal;
  if ('absentOr' in must) return !isSet || value === must.absentOr;
  if ('beOneOf' in must) return must.beOneOf.includes(value as Scalar);
  if ('match' in must) return typeof value === 'string' && must.match.test(value);
  if ('notEqual' in must) return value !== must.notEqual;
  return typeof value !== 'string' || !must.notMatch.test(value);
}

function messageOf(value: unknown, must: Must): string {
  const is = value === undefined ? 'is not set' : `is ${JSON.stringify(value)}`;
  if (must === 'be set') return 'has to be set';
  if ('equal' in must) return `${is}, has to be ${JSON.stringify(must.equal)}`;
  if ('absentOr' in must) return `${is}, has to be ${JSON.stringify(must.absentOr)} or left out`;
  if ('beOneOf' in must) return `${is}, allowed are ${must.beOneOf.join(', ')}`;
  if ('match' in must) return `${is}, has to match ${must.match.source}`;
  return `${is}, which is not allowed`;
}
