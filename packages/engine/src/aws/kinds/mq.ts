import { none } from './answers';
import { is, isSet } from './demand';
import { kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon MQ',
  ack: 'mq',
  crossplane: 'mq',
  cloudFormation: 'AmazonMQ',
  iam: 'mq',
  dataProtection: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html',
};

export const broker = kind(SERVICE, 'Broker', {
  forms: {
    ack: 'Broker',
    crossplane: { kind: 'Broker', fields: { name: 'brokerName' } },
    cloudFormation: { kind: 'AWS::AmazonMQ::Broker', fields: { name: 'BrokerName' } },
  },
  arn: { resource: 'broker:{name}', suffix: ':*' },
  identity: ['name'],
  stateful: 'messages',
  encryption: {
    atRest: {
      demands: [isSet('encryptionOptions.kmsKeyID')],
      always: 'without it with a key of AWS',
      source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html',
    },
    inTransit: {
      always: 'its endpoints take TLS only',
      source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html',
    },
    // not confirmed
    key: {
      field: 'encryptionOptions.kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: {},
      source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html',
    },
  },
  tags: 'tags',
  protection: none('Amazon MQ has none'),
  backup: none('AWS Backup does not know brokers, and messages are gone once they are read'),
  alarms: {
    service: 'mq',
    namespace: 'AWS/AmazonMQ',
    subjects: ({ name, field }) =>
      String(field('engineType')).toUpperCase() === 'RABBITMQ'
        ? [{ dimensions: { Broker: name }, alarms: [cpu('SystemCpuUtilization')] }]
        : [{ dimensions: { Broker: `${name}-1` }, alarms: [cpu('CpuUtilization')] }],
  },
  exposure: { demands: [is('publiclyAccessible', false)] },
});

function cpu(metric: string) {
  return {
    name: 'cpu',
    metric,
    statistic: 'Average',
    threshold: ({ cpuPercent }: { readonly cpuPercent: number }) => cpuPercent,
    periods: 3,
    says: 'has no CPU left: its clients wait',
  } as const;
}
