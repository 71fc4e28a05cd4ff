import { installedCrds, SYNC_OPTIONS } from '../../manifests';
import type { Tree } from '../../relations';
import { missingKeepOptions } from '../never-pruned';
import type { Problem, Rule } from '../rule';

export const keptController: Rule = {
  id: 'kept-controller',
  group: 'ownership',
  reason:
    'A controller that goes before its objects leaves them on finalizers for ever, and its CRDs take every object along.',
  link: 'https://github.com/argoproj/argo-cd/issues/9296',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  const bringing = tree
    .ofKinds('argoproj.io/Application')
    .filter(({ manifest }) => installedCrds(manifest) !== undefined);
  for (const object of [...bringing, ...tree.ofKinds('pkg.crossplane.io/Provider')]) {
    const missing = missingKeepOptions(object.manifest);
    if (missing.length > 0)
      yield {
        object,
        path: `metadata.annotations.${SYNC_OPTIONS}`,
        message: `${missing.join(' and ')} has to be among the sync options: it brings kinds, and a person says when their last object has gone`,
      };
    const { finalizers } = object.manifest.metadata as { finalizers?: unknown };
    if (Array.isArray(finalizers) && finalizers.some((one) => String(one).startsWith('resources-finalizer.argocd')))
      yield {
        object,
        path: 'metadata.finalizers',
        message: 'must not take along what the Application made: it brings kinds',
      };
  }
}
