import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';

export const namespacePodSecurity: Rule = {
  id: 'namespace-pod-security',
  group: 'policy',
  reason: 'A namespace without the label lets every Pod in, whatever its manifest says.',
  link: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces',
  check,
};

const LABEL = 'pod-security.kubernetes.io/enforce';

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds('/Namespace')) {
    const level: unknown = object.manifest.metadata.labels?.[LABEL];
    if (level !== 'restricted')
      yield {
        object,
        path: `metadata.labels.${LABEL}`,
        message: `is ${JSON.stringify(level) ?? 'not set'}, has to be "restricted"`,
      };
  }
}
