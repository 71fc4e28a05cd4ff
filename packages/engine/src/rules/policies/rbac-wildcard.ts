import { records } from '../../manifests';
import { fieldOf, type Tree } from '../../relations';
import type { Problem, Rule } from '../rule';

export const rbacWildcard: Rule = {
  id: 'rbac-wildcard',
  group: 'policy',
  reason: 'Least privilege: a wildcard grants kinds that are installed tomorrow, Secrets among them.',
  link: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds('rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'))
    for (const [index, rule] of records(fieldOf(object, 'rules')).entries())
      for (const field of ['verbs', 'resources', 'apiGroups', 'nonResourceURLs']) {
        const values = rule[field];
        if (Array.isArray(values) && values.includes('*'))
          yield { object, path: `rules[${index}].${field}`, message: `allows '*'; name the ${field}` };
      }
}
