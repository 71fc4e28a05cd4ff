import { append } from '../collections';
import { LAST_WAVE, type Manifest, objectKey, SYNC_WAVE } from '../manifests';
import { waves } from '../references';
import { Needs, type Tree, type TreeObject } from '../relations';

/**
 * Writes each object's sync wave, derived from what it needs. Waves order within one Application only, so needs across
 * applications do not count; nor do namespaces, which Argo CD applies first within a wave. An object that names its
 * wave keeps it.
 */
export function writeSyncWaves(tree: Tree): void {
  const relations = new Needs(tree);
  const needs = new Map<TreeObject, TreeObject[]>();
  for (const object of tree.objects)
    for (const need of relations.inFrontOf(object)) {
      const [from, to] = [written(object), written(need.to)];
      if (from !== to && from.application === to.application && to.manifest.kind !== 'Namespace')
        append(needs, from, to);
    }
  const objects = tree.objects.filter(({ within }) => !within);
  const held = heldByPeople(tree, relations);
  for (const [{ manifest }, wave] of waves(objects, needs, (object) => objectKey(object.manifest))) {
    const metadata = manifest.metadata as { annotations?: Record<string, string> };
    metadata.annotations = sorted({
      [SYNC_WAVE]: held.has(manifest) ? LAST_WAVE : String(wave),
      ...metadata.annotations,
    });
  }
}

/** What is ready only after a person's act, in whichever application: nothing waits for the last wave. */
function heldByPeople(tree: Tree, relations: Needs): ReadonlySet<Manifest> {
  const needers = new Map<TreeObject, TreeObject[]>();
  for (const object of tree.objects)
    for (const { to } of relations.beforeReady(object)) append(needers, written(to), written(object));
  const held = new Set(tree.objects.filter((object) => relations.awaitsPerson(object)).map(written));
  for (const object of held) for (const needer of needers.get(object) ?? []) held.add(needer);
  return new Set([...held].map(({ manifest }) => manifest));
}

/** Argo CD applies what is written: what kro makes comes with its instance. */
function written(object: TreeObject): TreeObject {
  return object.within?.owner ?? object;
}

function sorted(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
