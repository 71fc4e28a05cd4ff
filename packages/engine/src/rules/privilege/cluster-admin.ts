import { kindKey, read, records } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';

export const clusterAdmin: Rule = {
  id: 'privilege/cluster-admin',
  group: 'privilege',
  reason: 'An administrator of the cluster has every Secret in it and, by its controllers, every role in AWS.',
  link: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  check,
};

const RBAC = 'rbac.authorization.k8s.io';

function* check(tree: Tree): Generator<Problem> {
  const roles = tree.ofKinds(`${RBAC}/ClusterRole`, `${RBAC}/Role`).filter(allowsEverything);
  for (const object of tree.ofKinds(`${RBAC}/ClusterRoleBinding`, `${RBAC}/RoleBinding`)) {
    const { kind, name } = Object(fieldOf(object, 'roleRef')) as Readonly<Record<string, unknown>>;
    if (kind === 'ClusterRole' && name === 'cluster-admin')
      yield { object, path: 'roleRef.name', message: 'binds cluster-admin; bind a role that names what is needed' };
    else if (roles.some((role) => isMeant(role, object, kind, name)))
      yield { object, path: 'roleRef.name', message: `binds ${name}, which allows every verb on everything` };
    for (const [index, subject] of records(fieldOf(object, 'subjects')).entries())
      if (subject['name'] === 'system:masters')
        yield { object, path: `subjects[${index}].name`, message: 'is the group that no authorization holds' };
  }
  for (const object of tree.objects) if (object.manifest.kind === 'AccessEntry') yield* accessProblems(object);
}

function allowsEverything(object: TreeObject): boolean {
  return records(fieldOf(object, 'rules')).some((rule) =>
    ['verbs', 'resources', 'apiGroups'].every((field) => hasAll(rule[field])),
  );
}

function hasAll(values: unknown): boolean {
  return Array.isArray(values) && values.includes('*');
}

function isMeant({ manifest }: TreeObject, binding: TreeObject, kind: unknown, name: unknown): boolean {
  if (manifest.kind !== kind || manifest.metadata.name !== name) return false;
  return kind === 'ClusterRole' || manifest.metadata.namespace === binding.manifest.metadata.namespace;
}

/** https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html */
const EKS_ADMIN = /:cluster-access-policy\/AmazonEKS(?:ClusterAdminPolicy|AdminPolicy)$/;

function* accessProblems(object: TreeObject): Generator<Problem> {
  if (!kindKey(object.manifest).startsWith('eks.')) return;
  for (const [index, policy] of records(fieldOf(object, 'spec.accessPolicies')).entries())
    if (EKS_ADMIN.test(String(policy['policyARN'])) && read(policy, 'accessScope.type') !== 'namespace')
      yield {
        object,
        path: `spec.accessPolicies[${index}].policyARN`,
        message: 'makes an administrator of the whole cluster',
      };
  for (const [index, group] of [fieldOf(object, 'spec.kubernetesGroups')].flat().entries())
    if (group === 'system:masters')
      yield { object, path: `spec.kubernetesGroups[${index}]`, message: 'is the group that no authorization holds' };
}
