import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none, unknown } from './answers';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon Managed Service for Prometheus',
  ack: 'prometheusservice',
  crossplane: 'amp',
  cloudFormation: 'APS',
  iam: 'aps',
  dataProtection:
    'https://docs.aws.amazon.com/prometheus/latest/userguide/encryption-at-rest-Amazon-Service-Prometheus.html',
};

export const workspace = kind(SERVICE, 'Workspace', {
  forms: {
    ack: { kind: 'Workspace', fields: { kmsKeyArn: null } },
    crossplane: 'Workspace',
    cloudFormation: 'AWS::APS::Workspace',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  stateful: 'metrics of 150 days',
  encryption: {
    atRest: {
      always: 'AWS owned key; AWS has kmsKeyArn (at creation alone), ACK v1.4.3 has no field for it',
      source:
        'https://docs.aws.amazon.com/prometheus/latest/userguide/encryption-at-rest-Amazon-Service-Prometheus.html',
    },
    // not confirmed
    inTransit: {
      always: 'its endpoint takes TLS only',
      source:
        'https://docs.aws.amazon.com/prometheus/latest/userguide/encryption-at-rest-Amazon-Service-Prometheus.html',
    },
    key: {
      field: 'kmsKeyArn',
      controller: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      users: { 'aps.amazonaws.com, by a grant': ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'] },
      source:
        'https://docs.aws.amazon.com/prometheus/latest/userguide/encryption-at-rest-Amazon-Service-Prometheus.html',
    },
  },
  tags: 'tags',
  protection: none('Prometheus has none'),
  backup: none('AWS Backup does not know workspaces'),
  alarms: none('not watched by CloudWatch: its own rules watch what arrives'),
  exposure: none('IAM alone says who reads and writes'),
});

export const ruleGroupsNamespace = configuration(SERVICE, 'RuleGroupsNamespace', {
  forms: {
    ack: 'RuleGroupsNamespace',
    crossplane: { kind: 'RuleGroupNamespace', fields: { name: '@name' } },
    cloudFormation: 'AWS::APS::RuleGroupsNamespace',
  },
  arn: unknown('its shape, rulegroupsnamespace/<workspaceId>/{name}, is not confirmed'),
  identity: ['name', 'workspaceID'],
  tags: 'tags',
  alarms: none("its workspace's RuleEvaluationFailures"),
});

export const alertManagerDefinition = configuration(SERVICE, 'AlertManagerDefinition', {
  forms: { ack: { kind: 'AlertManagerDefinition', found: ['workspaceID'] }, crossplane: 'AlertManagerDefinition' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none("its workspace's AlertManagerNotificationsFailed"),
  edges: { configuration: 'event out', workspaceRef: 'event in' },
});

export const loggingConfiguration = configuration(SERVICE, 'LoggingConfiguration', {
  forms: { ack: { kind: 'LoggingConfiguration', found: ['workspaceID'] } },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
