import { physicalFieldsOf, physicalKeyOf } from '../../aws';
import { oncePer } from '../../collections';
import { type IamStatement, statementsOf } from '../../iam';
import { entry, isRecord } from '../../manifests';
import { visit } from '../../references';
import type { Tree, TreeObject } from '../../relations';
import { documentsOf } from '../documents/document';
import { permissionPolicyOf } from './permissions';

/** A policy, whatever carries it: a text, a map, a map inside a text, or an object that is a statement itself. */
export interface CarriedPolicy {
  readonly object: TreeObject;
  /** The field of the object: `spec.forProvider.desiredState`. */
  readonly path: string;
  /** Where in that field's text it stands: `PolicyDocument`; empty where the field holds nothing else. */
  readonly at: string;
  /**
   * Whether it says who becomes a role. Others say what their holder may do, or who reaches what they are attached to.
   */
  readonly isTrust: boolean;
  readonly statements: readonly IamStatement[];
}

/** Every policy that the objects of a tree carry. */
export function policiesIn(tree: Tree): CarriedPolicy[] {
  return tree.objects.flatMap((object) => policiesOf(object));
}

/** Those of one object. */
export const policiesOf = oncePer((object: TreeObject): readonly CarriedPolicy[] => [
  ...inTexts(object),
  ...inMaps(object),
  ...inPermission(object),
]);

/** `Statement[0]`, with the place of its policy in front where that stands inside something else. */
export function placeOf({ at }: CarriedPolicy, statement: IamStatement): string {
  return at === '' ? statement.path : `${at}.${statement.path}`;
}

function* inTexts(object: TreeObject): Generator<CarriedPolicy> {
  for (const { path, type, value } of documentsOf(object)) {
    if (value === undefined) continue;
    for (const { at, document } of policiesBelow(value))
      yield carried(object, path, at, type === 'trust-policy' ? path : at, document);
  }
}

/** Policies that nobody made a text of, in kinds whose schemas take maps. */
function inMaps(object: TreeObject): CarriedPolicy[] {
  const found: CarriedPolicy[] = [];
  visit(object.manifest, ({ name, value, path }) => {
    if (isPolicy(value)) found.push(carried(object, path, '', name, value));
  });
  return found;
}

function* inPermission(object: TreeObject): Generator<CarriedPolicy> {
  const policy = permissionPolicyOf(physicalKeyOf(object.manifest), physicalFieldsOf(object.manifest));
  if (policy) yield { object, path: policy.path, at: '', isTrust: false, statements: statementsOf(policy.document) };
}

function carried(object: TreeObject, path: string, at: string, name: string, document: unknown): CarriedPolicy {
  return { object, path, at, isTrust: /assumeRolePolicy/i.test(name), statements: statementsOf(document) };
}

/** No document of AWS nests deeper. */
const DEEPEST = 100;

/** The policies in a document that may be one itself, hold some, or hold texts that are some. */
function* policiesBelow(
  value: unknown,
  at = '',
  depth = 0,
): Generator<{ readonly at: string; readonly document: unknown }> {
  if (depth > DEEPEST) return;
  if (isPolicy(value)) yield { at, document: value };
  else if (typeof value === 'string') {
    const parsed = /^\s*\{/.test(value) ? parsedOrNone(value) : undefined;
    if (parsed !== undefined) yield* policiesBelow(parsed, at, depth + 1);
  } else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) yield* policiesBelow(part, entry(value, at, key), depth + 1);
}

function parsedOrNone(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPolicy(value: unknown): boolean {
  return isRecord(value) && [value['Statement']].flat().some((one) => isRecord(one) && 'Effect' in one);
}
