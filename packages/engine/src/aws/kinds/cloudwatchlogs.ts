import { LOG_RETENTION_DAYS } from '../log-retention';
import { AWS_ID, NO_ARN, NO_END, NO_KEY, NO_METRICS, NO_PROTECTION, NO_TAGS, none, ONLY_CALLS } from './answers';
import { isSet } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon CloudWatch Logs',
  ack: 'cloudwatchlogs',
  crossplane: 'cloudwatchlogs',
  cloudFormation: 'Logs',
  iam: 'logs',
  dataProtection: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
};

export const logGroup = kind(SERVICE, 'LogGroup', {
  forms: {
    // the kind has no field for it as of controller 1.4.1
    ack: { kind: 'LogGroup', fields: { deletionProtectionEnabled: null } },
    crossplane: { kind: 'Group', fields: { name: '@name', retentionDays: 'retentionInDays' } },
    cloudFormation: {
      kind: 'AWS::Logs::LogGroup',
      fields: { name: 'LogGroupName', retentionDays: 'RetentionInDays' },
    },
  },
  arn: 'log-group:{name}',
  identity: ['name'],
  stateful: 'logs',
  encryption: {
    atRest: {
      demands: [isSet('kmsKeyID')],
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    },
    inTransit: ONLY_CALLS,
    key: {
      field: 'kmsKeyID',
      controller: [],
      users: {
        'logs.<region>.amazonaws.com': [
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
      note: 'the condition kms:EncryptionContext:aws:logs:arn limits it to log groups; writers and readers need no right of the key',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    },
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtectionEnabled',
    value: true,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
  },
  backup: none('AWS Backup does not know log groups'),
  alarms: none('metric filters and subscriptions of it have their own; it fails with nobody but its writers'),
  exposure: none('resource policies are kinds of their own'),
  expiry: { field: 'retentionDays', otherwise: 'for ever', values: LOG_RETENTION_DAYS },
});

export const metricFilter = configuration(SERVICE, 'MetricFilter', {
  forms: { crossplane: 'MetricFilter', cloudFormation: { kind: 'AWS::Logs::MetricFilter', fields: { '@name': null } } },
  arn: NO_ARN,
  identity: ['@name'],
  tags: NO_TAGS,
  alarms: none('an alarm on its metric is written beside it'),
  edges: { logGroupName: 'event in' },
});

export const resourcePolicy = configuration(SERVICE, 'ResourcePolicy', {
  forms: {
    crossplane: 'ResourcePolicy',
    cloudFormation: { kind: 'AWS::Logs::ResourcePolicy', fields: { '@name': 'PolicyName' } },
  },
  arn: NO_ARN,
  identity: ['@name'],
  tags: NO_TAGS,
  alarms: NO_METRICS,
  exposure: { policy: 'policyDocument' },
});

export const queryDefinition = configuration(SERVICE, 'QueryDefinition', {
  forms: { crossplane: 'Definition', cloudFormation: 'AWS::Logs::QueryDefinition' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const destination = configuration(SERVICE, 'Destination', {
  forms: {
    crossplane: 'Destination',
    cloudFormation: { kind: 'AWS::Logs::Destination', fields: { '@name': 'DestinationName' } },
  },
  arn: 'destination:{name}',
  identity: ['@name'],
  tags: 'tags',
  alarms: NO_METRICS,
  exposure: none('its policy is a kind of its own (DestinationPolicy)'),
});

export const destinationPolicy = configuration(SERVICE, 'DestinationPolicy', {
  forms: { crossplane: 'DestinationPolicy' },
  arn: NO_ARN,
  identity: ['@name'],
  tags: NO_TAGS,
  alarms: NO_METRICS,
  exposure: { policy: 'accessPolicy' },
});

export const logStream = kind(SERVICE, 'LogStream', {
  forms: { crossplane: 'Stream', cloudFormation: 'AWS::Logs::LogStream' },
  arn: NO_ARN,
  identity: AWS_ID,
  stateful: 'logs of one writer',
  encryption: {
    atRest: none("its log group's key encrypts it"),
    inTransit: ONLY_CALLS,
    key: NO_KEY,
  },
  tags: NO_TAGS,
  protection: NO_PROTECTION,
  backup: none('AWS Backup does not know log streams'),
  alarms: NO_METRICS,
  exposure: NO_END,
});

export const subscriptionFilter = configuration(SERVICE, 'SubscriptionFilter', {
  forms: { crossplane: 'SubscriptionFilter', cloudFormation: 'AWS::Logs::SubscriptionFilter' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none("its log group's DeliveryErrors"),
});
