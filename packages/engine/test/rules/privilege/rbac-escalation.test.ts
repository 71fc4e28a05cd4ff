import { type Fault, faultsOf } from '../faults';
import { FIXTURES } from '../objects';

const RULES: readonly (readonly [what: string, group: string, resource: string, verb: string])[] = [
  ['roles to be escalated', 'rbac.authorization.k8s.io', 'clusterroles', 'escalate'],
  ['roles to be bound', 'rbac.authorization.k8s.io', 'roles', 'bind'],
  ['users to be impersonated', '', 'users', 'impersonate'],
  ['the proxy of nodes', '', 'nodes/proxy', 'get'],
  ['commands in Pods', '', 'pods/exec', 'create'],
  ['commands in Pods, by every part of them', '', 'pods/*', 'create'],
  ['tokens of service accounts', '', 'serviceaccounts/token', 'create'],
  ['every verb on Secrets', '', 'secrets', '*'],
  ['every verb on bindings', 'rbac.authorization.k8s.io', 'clusterrolebindings', '*'],
];

faultsOf('privilege/rbac-escalation', [
  ...RULES.map(
    ([what, group, resource, verb]): Fault => [
      what,
      (get) => get('ClusterRole reader')['rules'].push({ apiGroups: [group], resources: [resource], verbs: [verb] }),
      `${FIXTURES} ClusterRole reader rules[1]`,
    ],
  ),
]);

test('GIVEN one user who may be impersonated by name WHEN judged THEN that is no privilege', () => {
  const tree = sampleTree();
  tree
    .get('ClusterRole reader')
    ['rules'].push({ apiGroups: [''], resources: ['users'], resourceNames: ['viewer'], verbs: ['impersonate'] });
  expect(tree.findings()).toEqual([]);
});
