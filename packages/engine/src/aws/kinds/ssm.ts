import { NO_METRICS, NO_TAGS, none, ONLY_CALLS, unknown } from './answers';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Systems Manager',
  ack: 'ssm',
  crossplane: 'ssm',
  cloudFormation: 'SSM',
  iam: 'ssm',
  dataProtection: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/data-protection.html',
};

export const parameter = kind(SERVICE, 'Parameter', {
  forms: {
    ack: { kind: 'Parameter', late: ['DataType'] },
    crossplane: { kind: 'Parameter', fields: { name: '@name' } },
    cloudFormation: 'AWS::SSM::Parameter',
  },
  arn: unknown('its shape, parameter/{name}, is not confirmed'),
  identity: ['name', 'type'],
  stateful: 'its value and history, where git does not hold it',
  encryption: {
    // not confirmed
    atRest: none(
      'type SecureString with keyID; others are plain configuration',
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/data-protection.html',
    ),
    inTransit: ONLY_CALLS,
    // not confirmed
    key: {
      field: 'keyID',
      controller: ['kms:Encrypt'],
      users: { reader: ['kms:Decrypt'] },
      note: 'advanced parameters: GenerateDataKey and Decrypt',
      source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/data-protection.html',
    },
  },
  tags: 'tags',
  protection: none('Systems Manager has none'),
  backup: none('AWS Backup does not know parameters'),
  alarms: NO_METRICS,
  exposure: none('IAM alone says who reads'),
});

export const document = configuration(SERVICE, 'Document', {
  forms: {
    ack: 'Document',
    crossplane: { kind: 'Document', fields: { name: '@name' } },
    cloudFormation: 'AWS::SSM::Document',
  },
  arn: 'document/{name}',
  identity: ['name', 'versionName'],
  tags: 'tags',
  alarms: NO_METRICS,
});

export const resourceDataSync = configuration(SERVICE, 'ResourceDataSync', {
  forms: {
    ack: { kind: 'ResourceDataSync', found: ['syncType'] },
    crossplane: { kind: 'ResourceDataSync', fields: { syncName: '@name' } },
    cloudFormation: 'AWS::SSM::ResourceDataSync',
  },
  arn: 'resource-data-sync/{name}',
  identity: ['syncName', 'syncType'],
  encryption: {
    atRest: none('writes into a bucket, which encrypts'),
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
