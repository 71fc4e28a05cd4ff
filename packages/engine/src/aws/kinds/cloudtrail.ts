import { none, ONLY_CALLS } from './answers';
import { isSet } from './demand';
import { kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS CloudTrail',
  ack: 'cloudtrail',
  crossplane: 'cloudtrail',
  cloudFormation: 'CloudTrail',
  iam: 'cloudtrail',
  dataProtection:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
};

export const trail = kind(SERVICE, 'Trail', {
  forms: {
    ack: { kind: 'Trail', fields: { '@name': 'name' } },
    crossplane: 'Trail',
    cloudFormation: { kind: 'AWS::CloudTrail::Trail', fields: { '@name': 'TrailName' } },
  },
  lead: 'crossplane',
  arn: 'trail/{name}',
  identity: ['@name'],
  stateful: 'the record of who did what, from the moment on at which it stops',
  encryption: {
    atRest: {
      demands: [isSet('kmsKeyId')],
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
    },
    inTransit: ONLY_CALLS,
    key: {
      field: 'kmsKeyId',
      controller: [],
      users: {
        'cloudtrail.amazonaws.com': ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
        'reader of the files': ['kms:Decrypt'],
      },
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
    },
  },
  tags: 'tags',
  protection: none('CloudTrail has none: enableLogging and the bucket policy are what keeps the record'),
  backup: none('its files are in a bucket: that is backed up'),
  alarms: none('publishes no metrics; failed deliveries stand in its status (LatestDeliveryError)'),
  exposure: none('its bucket says who reads'),
});
