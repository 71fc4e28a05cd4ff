import { queue as queueAlarms } from '../alarms/messaging';
import { none } from './answers';
import { isAbsentOr, isSet } from './demand';
import { kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon SQS',
  ack: 'sqs',
  crossplane: 'sqs',
  cloudFormation: 'SQS',
  iam: 'sqs',
  dataProtection:
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
};

/** Crossplane has policy, redrive policy and redrive allow policy as fields and as kinds of their own. */
export const queue = kind(SERVICE, 'Queue', {
  forms: {
    ack: {
      kind: 'Queue',
      late: [
        'delaySeconds',
        'maximumMessageSize',
        'messageRetentionPeriod',
        'sqsManagedSSEEnabled',
        'receiveMessageWaitTimeSeconds',
        'visibilityTimeout',
      ],
    },
    crossplane: { kind: 'Queue', fields: { queueName: 'name' } },
    cloudFormation: 'AWS::SQS::Queue',
  },
  arn: '{name}',
  identity: ['queueName'],
  stateful: 'messages',
  encryption: {
    atRest: {
      demands: [
        isSet('kmsMasterKeyID', { or: ['sqsManagedSSEEnabled'] }),
        isAbsentOr('sqsManagedSSEEnabled', 'true', { unless: [isSet('kmsMasterKeyID')] }),
      ],
      source:
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
    },
    inTransit: {
      policy: 'policy',
      source:
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
    },
    key: {
      field: 'kmsMasterKeyID',
      controller: [],
      users: {
        sender: ['kms:Decrypt', 'kms:GenerateDataKey'],
        receiver: ['kms:Decrypt'],
        'service that sends': ['kms:Decrypt', 'kms:GenerateDataKey'],
      },
      note: 'SNS and EventBridge cannot send under alias/aws/sqs',
      source:
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#sqs-what-permissions-for-sse',
    },
  },
  tags: 'tags',
  protection: none('SQS has none'),
  backup: none('AWS Backup does not know queues'),
  alarms: queueAlarms,
  exposure: { policy: 'policy' },
  expiry: { field: 'messageRetentionPeriod', otherwise: '4 days' },
  defaults: {
    delaySeconds: '0',
    kmsDataKeyReusePeriodSeconds: '300',
    messageRetentionPeriod: '345600',
    receiveMessageWaitTimeSeconds: '0',
    visibilityTimeout: '30',
  },
  edges: { redrivePolicy: 'event out' },
});
