import { isRecord, records } from '../../manifests';
import type { Problem, Rule } from '../rule';
import { fieldOf, type Tree } from '../tree';
import { type StatefulKind, statefulKinds } from './stateful-kinds';

export const backedUp: Rule = {
  id: 'backed-up',
  group: 'policy',
  reason: 'The backup plan selects by this tag: what does not carry it is in no backup.',
  link: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  check,
};

const TAG = 'Backup';

function* check(tree: Tree): Generator<Problem> {
  for (const [kind, { tags }] of Object.entries(statefulKinds))
    if (tags)
      for (const object of tree.ofKinds(kind))
        if (!hasTag(fieldOf(object, tags.path), tags)) yield { object, path: tags.path, message: `has no tag ${TAG}` };
}

function hasTag(value: unknown, { list }: NonNullable<StatefulKind['tags']>): boolean {
  if (list) return records(value).some((tag) => tag[list.key] === TAG && Boolean(tag[list.value]));
  return isRecord(value) && Boolean(value[TAG]);
}
