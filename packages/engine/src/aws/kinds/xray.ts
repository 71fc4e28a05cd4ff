import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none, unknown } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS X-Ray',
  crossplane: 'xray',
  cloudFormation: 'XRay',
  iam: 'xray',
  dataProtection: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-console-encryption.html',
};

export const encryptionConfig = configuration(SERVICE, 'EncryptionConfig', {
  forms: { crossplane: 'EncryptionConfig' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is one setting of the account and region',
  encryption: {
    atRest: none(
      'type KMS with keyId: it is the switch for all traces; without it X-Ray encrypts with its own key',
      'https://docs.aws.amazon.com/xray/latest/devguide/xray-console-encryption.html',
    ),
    // not confirmed
    key: {
      field: 'keyId',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: { 'whoever sends traces': ['kms:Decrypt', 'kms:GenerateDataKey'], 'reader of traces': ['kms:Decrypt'] },
      source: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-console-encryption.html',
    },
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const group = configuration(SERVICE, 'Group', {
  forms: { crossplane: 'Group', cloudFormation: 'AWS::XRay::Group' },
  arn: unknown('its shape, group/{name}/<id>/*, is not confirmed'),
  identity: AWS_ID,
  tags: 'tags',
  alarms: none('not watched: makes metrics only where insights are on'),
});

export const samplingRule = configuration(SERVICE, 'SamplingRule', {
  forms: { crossplane: 'SamplingRule', cloudFormation: { kind: 'AWS::XRay::SamplingRule', fields: { '@name': null } } },
  arn: 'sampling-rule/{name}',
  identity: ['@name'],
  tags: 'tags',
  alarms: NO_METRICS,
});
