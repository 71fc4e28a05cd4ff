import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';

export const missingNamespace: Rule = {
  id: 'missing-namespace',
  group: 'references',
  reason: 'The API server refuses an object whose namespace does not exist.',
  link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  check,
};

/** Every cluster has them, and the bootstrap makes Argo CD's. */
const GIVEN = new Set(['argocd', 'default', 'kube-node-lease', 'kube-public', 'kube-system']);

/** Where a tree makes namespaces at all; each that is missing is said once, at its first object. */
function* check(tree: Tree): Generator<Problem> {
  const made = new Set(tree.ofKinds('/Namespace').map(({ manifest }) => manifest.metadata.name));
  if (made.size === 0) return;
  const said = new Set<string>();
  for (const object of tree.objects) {
    const { namespace } = object.manifest.metadata;
    if (namespace === undefined || made.has(namespace) || GIVEN.has(namespace) || said.has(namespace)) continue;
    said.add(namespace);
    yield { object, path: 'metadata.namespace', message: `no manifest makes the namespace ${namespace}` };
  }
}
