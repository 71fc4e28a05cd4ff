import { objectKey } from '../../manifests';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';

export const referenceCycle: Rule = {
  id: 'reference-cycle',
  group: 'references',
  reason: 'Of objects that need each other none can be created first.',
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const cycle of tree.cycles) {
    const members = new Set(cycle);
    const object = tree.objects.find((one) => members.has(one))!;
    const need = tree.dependenciesOf(object).find(({ to }) => members.has(to))!;
    const names = tree.objects.filter((one) => members.has(one)).map(({ manifest }) => objectKey(manifest));
    yield {
      object,
      path: need.path,
      message: `these need each other, so none can be created first: ${names.join(', ')}`,
    };
  }
}
