import { append } from '../collections';
import { InputError } from '../errors';
import { type Manifest, objectKey } from '../manifests';
import { kroObjectsOn, resourceGraphsOn } from './resource-graphs';
import type { Doc, Side } from './source/documents';

/** An object of one side. */
export interface PlanObject {
  readonly manifest: Manifest;
  readonly environment: string;
  readonly application: string;
  readonly doc: Doc;
  /** For what kro makes: the graph that holds it, where in it, and the instance that it is made for. */
  readonly within?: WithinGraph;
}

export interface WithinGraph {
  readonly graph: Doc;
  /** `spec.resources[1].template`. */
  readonly path: string;
  /** Undefined for a graph that has no instance. */
  readonly instance?: Doc;
}

/** An object before and after; one of both is there. */
export interface Pair {
  readonly key: string;
  readonly old?: PlanObject;
  readonly now?: PlanObject;
}

export interface EnvironmentComparison {
  readonly pairs: readonly Pair[];
  /** Objects that the head has twice, of those that differ. */
  readonly twice: readonly { readonly object: PlanObject; readonly other: Doc }[];
  /** Objects whose manifests are the same in another application. */
  readonly moved: readonly { readonly from: Doc; readonly to: Doc }[];
}

/**
 * The objects of an environment that differ, beside what they were. Throws `InputError` that names every document that
 * is none.
 */
export function compareEnvironment(base: readonly Doc[], head: readonly Doc[]): EnvironmentComparison {
  const { removed: oldDocs, added: newDocs, moved } = changedDocs(base, head);
  readAll([...oldDocs, ...newDocs]);
  const graphs = { base: resourceGraphsOn(base), head: resourceGraphsOn(head) };
  const touched = new Set(
    [...oldDocs, ...newDocs].flatMap((doc) => [...graphs.base.keysOf(doc), ...graphs.head.keysOf(doc)]),
  );
  const old = byKey([...oldDocs.map(written), ...kroObjectsOn(graphs.base, touched, graphs.head)]);
  const now = byKey([...newDocs.map(written), ...kroObjectsOn(graphs.head, touched, graphs.base)]);
  const wanted = new Set([...old.keys(), ...now.keys()]);
  const unchanged = { base: docsByKey(base, wanted), head: docsByKey(head, wanted) };

  const twice: { object: PlanObject; other: Doc }[] = [];
  const pairs = [...wanted].flatMap((key): Pair[] => {
    // an object that stands twice may have a twin among what did not change
    const before = old.get(key)?.[0] ?? unchanged.base.get(key)?.map(written)[0];
    const after = now.get(key)?.[0] ?? unchanged.head.get(key)?.map(written)[0];
    const others = [...(now.get(key) ?? []).map(({ doc }) => doc), ...(unchanged.head.get(key) ?? [])];
    const other = after && others.find((doc) => doc !== after.doc);
    if (after && other) twice.push({ object: after, other });
    return [{ key, ...(before && { old: before }), ...(after && { now: after }) }];
  });
  return { pairs, twice, moved };
}

/** Documents whose text the other side does not have in the same environment. */
function changedDocs(base: readonly Doc[], head: readonly Doc[]) {
  const left = new Map<string, Doc[]>();
  const [shared, kept] = [new Set(base), new Set(head)];
  for (const doc of base) if (!kept.has(doc)) append(left, doc.text, doc);
  const added: Doc[] = [];
  const moved: { from: Doc; to: Doc }[] = [];
  for (const doc of head) {
    if (shared.has(doc)) continue;
    const same = left.get(doc.text) ?? [];
    const from = same.find(({ application }) => application === doc.application) ?? same[0];
    if (!from) added.push(doc);
    else {
      same.splice(same.indexOf(from), 1);
      if (from.application !== doc.application) moved.push({ from, to: doc });
    }
  }
  return { removed: [...left.values()].flat(), added, moved };
}

function readAll(docs: readonly Doc[]): void {
  const problems = docs.flatMap((doc) => {
    try {
      void doc.manifest;
      return [];
    } catch (error) {
      if (error instanceof InputError) return error.lines;
      throw error;
    }
  });
  if (problems.length > 0) throw new InputError(problems);
}

function written(doc: Doc): PlanObject {
  return { manifest: doc.manifest, environment: doc.environment, application: doc.application, doc };
}

function byKey(objects: readonly PlanObject[]): Map<string, PlanObject[]> {
  const all = new Map<string, PlanObject[]>();
  for (const object of objects) append(all, objectKey(object.manifest), object);
  return all;
}

function docsByKey(docs: readonly Doc[], wanted: ReadonlySet<string>): Map<string, Doc[]> {
  const all = new Map<string, Doc[]>();
  for (const doc of docs) if (wanted.has(doc.key)) append(all, doc.key, doc);
  return all;
}

/** Every environment of both sides, in their order. */
export function environmentsOf(base: Side, head: Side): string[] {
  return [...new Set([...head.keys(), ...base.keys()])].sort();
}
