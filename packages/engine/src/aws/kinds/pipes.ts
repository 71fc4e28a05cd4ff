import { none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon EventBridge Pipes',
  ack: 'pipes',
  crossplane: 'pipes',
  cloudFormation: 'Pipes',
  iam: 'pipes',
  dataProtection: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest-key-options.html',
};

export const pipe = configuration(SERVICE, 'Pipe', {
  forms: { ack: 'Pipe', crossplane: { kind: 'Pipe', fields: { name: '@name' } }, cloudFormation: 'AWS::Pipes::Pipe' },
  arn: 'pipe/{name}',
  identity: ['name'],
  why: 'is configuration; its position in a stream goes with it',
  encryption: {
    atRest: {
      always: 'AWS owned key; AWS has kmsKeyIdentifier, ACK v1.3.1 has no field for it',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest-key-options.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyIdentifier',
      controller: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      users: { 'pipes.amazonaws.com': ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'] },
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest-key-options.html',
    },
  },
  tags: 'tags',
  backup: none('nothing to back up: git holds it'),
  alarms: none('not watched: not in use'),
});
