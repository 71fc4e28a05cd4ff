import { objectKey } from '../../manifests';
import type { Tree, TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';

export const duplicateOwner: Rule = {
  id: 'duplicate-owner',
  group: 'ownership',
  reason: 'Two manifests of one AWS object undo each other for ever, and pruning one deletes what the other needs.',
  link: 'https://github.com/aws-samples/appmod-blueprints/issues/650',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  const owners = new Map<string, TreeObject>();
  for (const object of tree.objects) {
    const arn = tree.lookup.arnOf(object.manifest);
    if (arn === undefined) continue;
    const owner = owners.get(arn);
    // one name in Kubernetes twice is a duplicate object, and said once
    const isSame = owner && objectKey(owner.manifest) === objectKey(object.manifest);
    if (owner && !isSame)
      yield { object, path: 'metadata.name', message: `${arn} has an owner already: ${objectKey(owner.manifest)}` };
    else if (tree.home.facts.has(arn))
      yield { object, path: 'metadata.name', message: `${arn} has an owner already: the bootstrap` };
    if (!owner) owners.set(arn, object);
  }
}
