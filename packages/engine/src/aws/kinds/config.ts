import { NO_ARN, NO_METRICS, NO_TAGS, none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Config',
  crossplane: 'configservice',
  cloudFormation: 'Config',
  iam: 'config',
  dataProtection: 'https://docs.aws.amazon.com/config/latest/developerguide/data-protection.html',
};

export const configurationRecorder = configuration(SERVICE, 'ConfigurationRecorder', {
  forms: {
    crossplane: 'ConfigurationRecorder',
    cloudFormation: { kind: 'AWS::Config::ConfigurationRecorder', fields: { '@name': 'Name' } },
  },
  arn: { resource: 'configuration-recorder/{name}', suffix: '/*' },
  identity: ['@name'],
  why: 'is configuration; what AWS Config has recorded stays for its retention (7 years)',
  tags: NO_TAGS,
  alarms: none('publishes no metrics of its own; a stopped recorder is an event'),
});

export const deliveryChannel = configuration(SERVICE, 'DeliveryChannel', {
  forms: {
    crossplane: 'DeliveryChannel',
    cloudFormation: { kind: 'AWS::Config::DeliveryChannel', fields: { '@name': 'Name' } },
  },
  arn: NO_ARN,
  identity: ['@name'],
  encryption: {
    atRest: none(
      's3KmsKeyArn, or the bucket encrypts',
      'https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html',
    ),
    key: {
      field: 's3KmsKeyArn',
      controller: [],
      users: { 'config.amazonaws.com': ['kms:Decrypt', 'kms:GenerateDataKey'] },
      source: 'https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html',
    },
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const recorderStatus = configuration(SERVICE, 'RecorderStatus', {
  forms: { crossplane: 'AWSConfigurationRecorderStatus' },
  arn: NO_ARN,
  identity: ['@name'],
  why: 'is a switch of the recorder',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
