import { faultsOf } from '../faults';
import { ack, FIXTURES, inPolicy, policy } from '../objects';

faultsOf('iam-wildcard', [
  [
    'a wildcard action',
    (get) => inPolicy(get('Role worker')['spec'].inlinePolicies, 'work', ([statement]) => (statement.Action = 'sqs:*')),
    `${FIXTURES} Role worker spec.inlinePolicies.work`,
  ],
  [
    'a wildcard resource where IAM has others',
    (get) => inPolicy(get('Role worker')['spec'].inlinePolicies, 'work', ([statement]) => (statement.Resource = '*')),
    `${FIXTURES} Role worker spec.inlinePolicies.work`,
  ],
  [
    'text messages by a role that may also publish to every topic',
    (get) =>
      inPolicy(get('Role platform-users-sms')['spec'].inlinePolicies, 'send-codes', (statements) => statements.pop()),
    'application/cognito.yaml Role platform-users-sms spec.inlinePolicies.send-codes',
  ],
]);

test('GIVEN a policy for KMS WHEN it says every resource THEN that means the key', () => {
  const tree = sampleTree();
  const spec = {
    policy: policy({
      Action: 'kms:*',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::123456789012:root' },
      Resource: '*',
    }),
    tags: [{ tagKey: 'Backup', tagValue: 'platform' }],
  };
  tree.add(
    ack('kms', 'Key', 'data', spec, {
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
    }),
  );
  expect(tree.findings()).toEqual([]);
});
