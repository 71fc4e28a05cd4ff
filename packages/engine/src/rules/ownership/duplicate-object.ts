import { objectKey } from '../../manifests';
import type { Tree, TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';

export const duplicateObject: Rule = {
  id: 'duplicate-object',
  group: 'ownership',
  reason: 'Of two manifests with one name the later overwrites the earlier, and two Applications fight over it.',
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  const seen = new Map<string, TreeObject>();
  for (const object of tree.objects) {
    const key = objectKey(object.manifest);
    const first = seen.get(key);
    if (first)
      yield {
        object,
        path: 'metadata.name',
        message: `${key} is already in ${first.application || 'these manifests'}`,
      };
    else seen.set(key, object);
  }
}
