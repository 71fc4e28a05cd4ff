import {
  type Condition,
  type Demand,
  type Elsewhere,
  type Kind,
  type Known,
  keysOf,
  knownOf,
  type Missing,
  type Must,
  type FieldPlace as Place,
  passes,
  placesAt,
  placesOf,
} from '../../aws';
import type { Manifest } from '../../manifests';
import type { Tree, TreeObject } from '../../relations';
import type { Problem } from '../rule';

type Judged = 'atRest' | 'inTransit' | 'exposure';

/** What in a tree breaks what the entries of its kinds demand. */
export function* brokenDemands(tree: Tree, question: Judged): Generator<Problem> {
  for (const key of tree.kinds) {
    const known = knownOf(key);
    if (!known) continue;
    const instead = known.form.without?.[question];
    if (instead) yield* answeredInstead(tree, key, instead);
    else yield* brokenIn(tree, known, demandsOf(known, question));
  }
}

/** What in a tree breaks demands on one kind, in whichever form it stands there. */
export function* brokenOf(tree: Tree, kind: Kind, demands: readonly Demand[]): Generator<Problem> {
  for (const key of keysOf(kind)) yield* brokenIn(tree, knownOf(key)!, demands.map(asTheEntry));
}

/** How one object breaks a demand of its kind. */
export function brokenDemand(object: TreeObject, known: Known, demand: Demand): Iterable<Problem> {
  return broken(object, known, asTheEntry(demand));
}

/** The sorted keys of the tree's kinds of which something holds. */
export function kindsWhere(tree: Tree, holds: (known: Known) => boolean): Known[] {
  return [...tree.kinds].sort().flatMap((key) => {
    const known = knownOf(key);
    return known && holds(known) ? [known] : [];
  });
}

/** Where an object has a field that its entry names; none where its form has no such field. */
export function fieldPlaces({ manifest }: TreeObject, known: Known, field: string): Place[] {
  return placesOf(manifest, known, field);
}

/** The problem of a place; one inside Cloud Control's state stands at the text. */
export function problemAt(object: TreeObject, { path, inside }: Place, message: string): Problem {
  return { object, path, message: inside === undefined ? message : `${inside} ${message}` };
}

/** Objects of another kind of the same group that speak of one. */
export function partsOf(tree: Tree, object: TreeObject, key: string, kind: string): TreeObject[] {
  return tree
    .ofKinds(`${key.slice(0, key.indexOf('/'))}/${kind}`)
    .filter((part) => tree.mentionsOf(part).some((mention) => tree.lookup.resolve(mention).includes(object.manifest)));
}

function* answeredInstead(tree: Tree, key: string, instead: NonNullable<Known['form']['without']>[Judged]) {
  for (const object of tree.ofKinds(key)) {
    const message = instead && problemOf(tree, object, key, instead);
    if (message) yield { object, path: 'metadata.name', message };
  }
}

function problemOf(
  tree: Tree,
  object: TreeObject,
  key: string,
  instead: Missing | Elsewhere | { readonly none: string },
): string | undefined {
  if ('missing' in instead) return instead.missing;
  if ('elsewhere' in instead && partsOf(tree, object, key, instead.elsewhere).length === 0)
    return `has no ${instead.elsewhere} beside it, which this kind leaves it to`;
  return undefined;
}

/** A demand, and how its fields are found. */
interface Addressed {
  readonly demand: Demand;
  readonly places: (manifest: Manifest, known: Known, field: string) => Place[];
}

function demandsOf({ kind, form }: Known, question: Judged): Addressed[] {
  const own = form.demands?.[question];
  if (own) return own.map((demand) => ({ demand, places: placesAt }));
  const answer = question === 'exposure' ? kind.exposure : kind.encryption[question];
  return 'demands' in answer ? answer.demands.map(asTheEntry) : [];
}

function asTheEntry(demand: Demand): Addressed {
  return { demand, places: placesOf };
}

function* brokenIn(tree: Tree, known: Known, demands: readonly Addressed[]): Generator<Problem> {
  for (const addressed of demands)
    for (const object of tree.ofKinds(known.key)) yield* broken(object, known, addressed);
}

function* broken(object: TreeObject, known: Known, { demand, places }: Addressed): Generator<Problem> {
  const { manifest } = object;
  const { field, must, or = [], when, unless = [] } = demand;
  const found = places(manifest, known, field);
  const isSo = (condition: Condition) =>
    places(manifest, known, condition.field).some((place) => isThere(place) && passes(place, condition.must));
  if (when && !when.some(isSo)) return;
  if (unless.some(isSo)) return;
  if (or.some((other) => isSo({ field: other, must: 'be set' }))) return;
  for (const place of found) if (!passes(place, must)) yield problemAt(object, place, messageOf(place.value, must));
}

/** A condition speaks of what is written. */
function isThere({ value, isReferred }: Place): boolean {
  return isReferred || (value !== undefined && value !== null);
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
