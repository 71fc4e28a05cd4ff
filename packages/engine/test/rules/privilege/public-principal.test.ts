import { type Fault, faultsOf } from '../faults';
import { arn, FIXTURES, policy } from '../objects';

const queue = (condition: object) => ({
  apiVersion: 'sqs.aws.m.upbound.io/v1beta1',
  kind: 'QueuePolicy',
  metadata: { name: 'own', namespace: 'aws' },
  spec: {
    forProvider: {
      policy: policy({
        Effect: 'Allow',
        Action: 'sqs:SendMessage',
        Principal: '*',
        Resource: arn('sqs', 'own'),
        Condition: condition,
      }),
    },
  },
});

const OPEN: readonly (readonly [what: string, condition: object])[] = [
  ['a condition that everybody but one fulfils', { StringNotEquals: { 'aws:PrincipalAccount': '123456789012' } }],
  ['a pattern that everybody fits', { StringLike: { 'aws:PrincipalArn': '*' } }],
  ['addresses that are all', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }],
  ['a key that need not be there', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }],
  ['a condition that says how, not who', { Bool: { 'aws:SecureTransport': 'true' } }],
];

faultsOf('privilege/public-principal', [
  [
    'everybody but one',
    (_get, add) => {
      const manifest = queue({ Bool: { 'aws:SecureTransport': 'true' } });
      const fields = manifest.spec.forProvider;
      fields.policy = fields.policy.replace(
        '"Principal":"*"',
        '"NotPrincipal":{"AWS":"arn:aws:iam::123456789012:root"}',
      );
      add(manifest);
    },
    `${FIXTURES} QueuePolicy own spec.forProvider.policy`,
  ],
  ...OPEN.map(
    ([what, condition]): Fault => [
      what,
      (_get, add) => add(queue(condition)),
      `${FIXTURES} QueuePolicy own spec.forProvider.policy`,
    ],
  ),
]);
