import { faultsOf } from '../faults';
import { FIXTURES, type Fixture } from '../objects';

const RBAC = 'rbac.authorization.k8s.io';

const binding = (kind: string, role: string, subject = 'web'): Fixture => ({
  apiVersion: `${RBAC}/v1`,
  kind,
  metadata: { name: 'own', ...(kind === 'RoleBinding' && { namespace: 'aws' }) },
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
  subjects: [{ apiGroup: RBAC, kind: 'Group', name: subject }],
});

faultsOf('privilege/cluster-admin', [
  [
    'a binding to cluster-admin',
    (_get, add) => add(binding('ClusterRoleBinding', 'cluster-admin')),
    `${FIXTURES} ClusterRoleBinding own roleRef.name`,
  ],
  [
    'a binding to cluster-admin in one namespace',
    (_get, add) => add(binding('RoleBinding', 'cluster-admin')),
    `${FIXTURES} RoleBinding own roleRef.name`,
  ],
  [
    'a binding for the group that nothing holds',
    (_get, add) => add(binding('ClusterRoleBinding', 'reader', 'system:masters')),
    `${FIXTURES} ClusterRoleBinding own subjects[0].name`,
  ],
  [
    "EKS's own administrator",
    (_get, add) =>
      add({
        apiVersion: 'eks.services.k8s.aws/v1alpha1',
        kind: 'AccessEntry',
        metadata: { name: 'own', namespace: 'aws' },
        spec: {
          accessPolicies: [
            {
              accessScope: { type: 'cluster' },
              policyARN: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
            },
          ],
        },
      }),
    `${FIXTURES} AccessEntry own spec.accessPolicies[0].policyARN`,
  ],
]);

test('GIVEN a bound role WHEN it allows everything THEN it and its binding are found', () => {
  const tree = sampleTree();
  tree.get('ClusterRole reader')['rules'].push({ apiGroups: ['*'], resources: ['*'], verbs: ['*'] });
  const found = tree.findings().filter((finding) => finding.includes('[privilege/'));
  expect(found.map((finding) => finding.split(' ').slice(1).join(' ')).sort()).toEqual([
    'ClusterRole reader rules[1] [privilege/rbac-escalation]',
    'RoleBinding reader roleRef.name [privilege/cluster-admin]',
  ]);
});

test('GIVEN broken bindings, roles and access entries WHEN judged THEN nobody falls over them', () => {
  const tree = sampleTree();
  for (const broken of [null, 'text', [], [null], { a: 1 }])
    for (const kind of ['ClusterRoleBinding', 'ClusterRole', 'AccessEntry', 'AppProject'])
      tree.add({
        apiVersion: kind === 'AccessEntry' ? 'eks.services.k8s.aws/v1alpha1' : `${RBAC}/v1`,
        kind,
        metadata: { name: 'own' },
        roleRef: broken,
        rules: broken,
        spec: broken,
        subjects: broken,
      });
  expect(tree.findings().filter((finding) => finding.includes('[privilege/'))).toEqual([]);
});
