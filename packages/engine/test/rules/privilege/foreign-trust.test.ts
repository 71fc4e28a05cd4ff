import { type Break, faultsOf } from '../faults';
import { type Anything, arn, FIXTURES, inPolicy, policy } from '../objects';

const trust =
  (statement: Anything): Break =>
  (get) =>
    inPolicy(get('Role worker')['spec'], 'assumeRolePolicyDocument', (own) =>
      own.push({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }),
    );

const TRUST = `${FIXTURES} Role worker spec.assumeRolePolicyDocument`;

faultsOf('privilege/foreign-trust', [
  ['a role that trusts an unknown account', trust({ Principal: { AWS: 'arn:aws:iam::999988887777:root' } }), TRUST],
  ['an unknown account by its number', trust({ Principal: { AWS: ['123456789012', '999988887777'] } }), TRUST],
  [
    'the identity provider of an unknown account',
    trust({ Principal: { Federated: 'arn:aws:iam::999988887777:oidc-provider/example.org' } }),
    TRUST,
  ],
  ['a principal that is gone', trust({ Principal: { AWS: 'AROAEXAMPLEID1234567' } }), TRUST],
  [
    'everybody of an unknown account',
    trust({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': '999988887777' } } }),
    TRUST,
  ],
  [
    'a service that calls for an unknown account',
    trust({
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:events:us-east-1:999988887777:rule/*' } },
    }),
    TRUST,
  ],
]);

const queue =
  (statement: object): Break =>
  (_get, add) =>
    add({
      apiVersion: 'sqs.aws.m.upbound.io/v1beta1',
      kind: 'QueuePolicy',
      metadata: { name: 'own', namespace: 'aws' },
      spec: { forProvider: { policy: policy({ Effect: 'Allow', Resource: arn('sqs', 'own'), ...statement }) } },
    });

/** Who may be let in. */
const LEGITIMATE: readonly (readonly [what: string, change: Break])[] = [
  ['a role of its own account', trust({ Principal: { AWS: 'arn:aws:iam::123456789012:role/web' } })],
  ['an account that the environment names', trust({ Principal: { AWS: 'arn:aws:iam::210987654321:root' } })],
  ['a service', trust({ Principal: { Service: 'lambda.amazonaws.com' } })],
  [
    'an unknown account that is denied',
    trust({ Effect: 'Deny', Principal: { AWS: 'arn:aws:iam::999988887777:root' } }),
  ],
  [
    'a topic of its own account',
    queue({
      Action: 'sqs:SendMessage',
      Principal: { Service: 'sns.amazonaws.com' },
      Condition: { ArnEquals: { 'aws:SourceArn': arn('sns', 'orders') } },
    }),
  ],
  [
    'its own organization',
    queue({
      Action: 'sqs:SendMessage',
      Principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
    }),
  ],
];

test.each(LEGITIMATE)('GIVEN %s WHEN the tree is judged THEN it is no privilege', (_what, change) => {
  const tree = sampleTree();
  change(tree.get, tree.add);
  expect(tree.findings().filter((finding) => finding.includes('[privilege/'))).toEqual([]);
});
