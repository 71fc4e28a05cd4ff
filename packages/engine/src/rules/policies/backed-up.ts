import type { Known } from '../../aws';
import { isRecord, records } from '../../manifests';
import type { Tree, TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';
import { brokenDemand, fieldPlaces, kindsWhere, problemAt } from './demands';

export const backedUp: Rule = {
  id: 'backed-up',
  group: 'policy',
  reason:
    'AWS Backup takes what carries the tag of the backup plan; what it does not know has to keep backups of its own.',
  link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  check,
};

const TAG = 'Backup';

function* check(tree: Tree): Generator<Problem> {
  for (const known of kindsWhere(tree, () => true))
    for (const object of tree.ofKinds(known.key)) yield* notBackedUp(object, known);
}

function* notBackedUp(object: TreeObject, known: Known): Generator<Problem> {
  const { backup, tags } = known.kind;
  if ('demands' in backup) for (const demand of backup.demands) yield* brokenDemand(object, known, demand);
  if (!('by' in backup) || typeof tags !== 'string') return;
  for (const place of fieldPlaces(object, known, tags))
    if (!hasTag(place.value)) yield problemAt(object, place, `has no tag ${TAG}`);
}

/** Tags are a map, or a list whose items call key and value by names of the API: `key`, `tagKey`, `Key`. */
function hasTag(tags: unknown): boolean {
  if (isRecord(tags)) return Boolean(tags[TAG]);
  return records(tags).some((tag) => {
    const named = (end: RegExp) => Object.entries(tag).find(([name]) => end.test(name))?.[1];
    return named(/key$/i) === TAG && Boolean(named(/value$/i));
  });
}
