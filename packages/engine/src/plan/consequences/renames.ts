import { awsNameOf } from '../../aws';
import { canonicalJson, isRecord, kindKey, type Manifest } from '../../manifests';
import { isStateful } from '../guard';
import type { Change } from '../model';
import type { EnvironmentPlan } from '../plan';

/** How alike two objects have to be for the one to be taken for the other under a new name. */
const ALIKE = 0.7;

/**
 * What to say of an object that comes while one that is almost the same goes: Kubernetes has no renaming, and neither
 * has AWS. By change, a sentence more.
 */
export function renames({ changes }: Pick<EnvironmentPlan, 'changes'>): ReadonlyMap<Change, string> {
  const notes = new Map<Change, string>();
  const gone = changes.filter(({ change }) => change.effect === 'orphan' || change.effect === 'destroy');
  const taken = new Set<Change>();
  for (const { change: created, pair } of changes) {
    if (created.effect !== 'create') continue;
    const now = pair.now!.manifest;
    const candidates = gone.filter(
      ({ change, pair: { old } }) => !taken.has(change) && kindKey(old!.manifest) === kindKey(now),
    );
    const best = candidates
      .map((candidate) => ({ candidate, likeness: likeness(candidate.pair.old!.manifest, now) }))
      .sort((a, b) => b.likeness - a.likeness)[0];
    if (!best || best.likeness < ALIKE) continue;
    const { change: removed, pair: removal } = best.candidate;
    taken.add(removed);
    notes.set(created, ofCreation(removed, removal.old!.manifest, now));
    notes.set(removed, `${created.name} comes with nearly the same manifest, but without what this one holds`);
  }
  return notes;
}

function ofCreation(removed: Change, old: Manifest, now: Manifest): string {
  const [oldName, name] = [awsNameOf(old), awsNameOf(now)];
  if (oldName !== undefined && oldName === name)
    return removed.effect === 'orphan'
      ? `it has the AWS name of ${removed.name}, which stays in AWS: AWS says that it exists already, and the controller stops until the object is adopted`
      : `it has the AWS name of ${removed.name}, which is deleted at the same time: AWS refuses it until that is done`;
  const data = isStateful(now)
    ? `a new and empty one, not ${removed.name} under another name: nothing moves over, and clients find it empty`
    : `a new one beside ${removed.name}`;
  return `${data}; ${removed.name} ${removed.effect === 'orphan' ? 'stays in AWS and goes on costing' : 'is deleted'}`;
}

/** The part of the leaves of both specs that are the same, but for the object's own names. */
function likeness(one: Manifest, other: Manifest): number {
  const [a, b] = [one, other].map((manifest) => {
    const names = [manifest.metadata.name, awsNameOf(manifest) ?? manifest.metadata.name];
    const own = [...leaves(manifest['spec'])].map((leaf) =>
      names.reduce((text, name) => text.replaceAll(name, '…'), leaf),
    );
    return new Set(own);
  }) as [Set<string>, Set<string>];
  const same = [...a].filter((leaf) => b.has(leaf)).length;
  return same / Math.max(1, a.size, b.size);
}

function leaves(value: unknown, path = ''): Set<string> {
  if (isRecord(value))
    return new Set(Object.entries(value).flatMap(([key, part]) => [...leaves(part, `${path}.${key}`)]));
  return new Set([`${path}=${canonicalJson(value ?? null)}`]);
}
