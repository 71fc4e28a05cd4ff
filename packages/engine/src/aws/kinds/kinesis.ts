import { stream as streamAlarms } from '../alarms/messaging';
import { missing, none } from './answers';
import { is, isSet } from './demand';
import { kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon Kinesis Data Streams',
  ack: 'kinesis',
  crossplane: 'kinesis',
  cloudFormation: 'Kinesis',
  iam: 'kinesis',
  dataProtection: 'https://docs.aws.amazon.com/streams/latest/dev/getting-started-with-sse.html',
};

export const stream = kind(SERVICE, 'Stream', {
  forms: {
    ack: {
      kind: 'Stream',
      without: {
        atRest: missing(
          'cannot be encrypted: the kind of ACK has no field for it, and the stream stays in plain text',
          'https://docs.aws.amazon.com/streams/latest/dev/getting-started-with-sse.html',
        ),
      },
    },
    crossplane: {
      kind: 'Stream',
      fields: {
        Name: '@name',
        'StreamEncryption.EncryptionType': 'encryptionType',
        'StreamEncryption.KeyId': 'kmsKeyId',
        RetentionPeriodHours: 'retentionPeriod',
      },
    },
    cloudFormation: 'AWS::Kinesis::Stream',
  },
  lead: 'cloudFormation',
  arn: 'stream/{name}',
  identity: ['Name'],
  stateful: 'records within their retention',
  encryption: {
    atRest: {
      demands: [is('StreamEncryption.EncryptionType', 'KMS'), isSet('StreamEncryption.KeyId')],
      source: 'https://docs.aws.amazon.com/streams/latest/dev/getting-started-with-sse.html',
    },
    // not confirmed
    inTransit: {
      always: 'its endpoint takes TLS only',
      source: 'https://docs.aws.amazon.com/streams/latest/dev/getting-started-with-sse.html',
    },
    // not confirmed
    key: {
      field: 'StreamEncryption.KeyId',
      controller: [],
      users: { producer: ['kms:GenerateDataKey'], consumer: ['kms:Decrypt'] },
      source: 'https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html',
    },
  },
  tags: 'Tags',
  protection: none('Kinesis has none'),
  backup: none('AWS Backup does not know streams'),
  alarms: streamAlarms,
  exposure: none('IAM alone says who reads; resource policies are a kind of their own'),
  expiry: { field: 'RetentionPeriodHours', otherwise: '24 hours' },
});
