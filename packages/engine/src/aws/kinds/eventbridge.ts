import { rule as ruleAlarms } from '../alarms/messaging';
import { AWS_ID, NO_ARN, NO_END, NO_METRICS, NO_PROTECTION, NO_TAGS, none, ONLY_CALLS } from './answers';
import { matchesNot } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon EventBridge',
  ack: 'eventbridge',
  crossplane: 'cloudwatchevents',
  cloudFormation: 'Events',
  iam: 'events',
  dataProtection: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest-key-options.html',
};

export const eventBus = configuration(SERVICE, 'EventBus', {
  forms: {
    ack: { kind: 'EventBus', fields: { '@name': 'name' } },
    crossplane: 'Bus',
    cloudFormation: { kind: 'AWS::Events::EventBus', fields: { '@name': 'Name' } },
  },
  lead: 'crossplane',
  arn: 'event-bus/{name}',
  identity: ['@name'],
  why: 'holds events only until they are delivered; rules, archives and grants of other accounts stand on its name',
  encryption: {
    atRest: {
      always:
        'events are encrypted with an AWS owned key; kmsKeyIdentifier takes another, and then schema discovery does not work on the bus',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyIdentifier',
      controller: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      users: { 'events.amazonaws.com': ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'] },
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html',
    },
  },
  tags: 'tags',
  backup: none('an Archive keeps its events'),
  alarms: none('its rules have alarms: what no rule takes goes nowhere on purpose'),
  exposure: none('its policy is a kind of its own (EventBusPolicy)'),
});

export const eventBusPolicy = configuration(SERVICE, 'EventBusPolicy', {
  forms: { crossplane: ['BusPolicy', 'Permission'], cloudFormation: 'AWS::Events::EventBusPolicy' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
  exposure: { policy: 'policy' },
});

export const archive = kind(SERVICE, 'Archive', {
  forms: {
    ack: { kind: 'Archive', fields: { kmsKeyIdentifier: null } },
    crossplane: { kind: 'Archive', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::Events::Archive', fields: { name: 'ArchiveName' } },
  },
  arn: 'archive/{name}',
  identity: ['name'],
  stateful: 'archived events',
  encryption: {
    atRest: {
      always: 'events are encrypted with an AWS owned key; AWS has kmsKeyIdentifier, ACK v1.5.1 has no field for it',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html',
    },
    inTransit: ONLY_CALLS,
    key: {
      field: 'kmsKeyIdentifier',
      controller: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      users: { 'events.amazonaws.com': ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'] },
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html',
    },
  },
  tags: NO_TAGS,
  protection: NO_PROTECTION,
  backup: none('AWS Backup does not know archives'),
  alarms: NO_METRICS,
  exposure: NO_END,
  expiry: { field: 'retentionDays', otherwise: 'for ever' },
  defaults: { retentionDays: 0 },
  edges: { eventSourceARN: 'event in' },
});

export const rule = configuration(SERVICE, 'Rule', {
  forms: { ack: 'Rule', crossplane: { kind: 'Rule', fields: { name: '@name' } }, cloudFormation: 'AWS::Events::Rule' },
  arn: 'rule/{eventBusName}/{name}',
  identity: ['name', 'eventBusName'],
  encryption: {
    atRest: none('patterns and targets are stored encrypted by EventBridge; no data of the platform'),
    inTransit: none('delivers by calls of AWS APIs; an API destination names its own endpoint'),
  },
  tags: 'tags',
  alarms: ruleAlarms,
  defaults: { eventBusName: 'default', state: 'ENABLED' },
  edges: { eventBusName: 'event in', 'targets[].arn': 'event out', 'targets[].deadLetterConfig': 'event out' },
});

export const ruleTarget = configuration(SERVICE, 'RuleTarget', {
  forms: { crossplane: 'Target' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none("its rule's metrics count its deliveries"),
});

export const connection = configuration(SERVICE, 'Connection', {
  forms: { crossplane: 'Connection', cloudFormation: { kind: 'AWS::Events::Connection', fields: { '@name': 'Name' } } },
  arn: { resource: 'connection/{name}', suffix: '/*' },
  identity: ['@name'],
  why: 'is configuration; its credentials come from a Secret by reference',
  encryption: {
    atRest: {
      always:
        'its credentials are in a secret that EventBridge keeps in Secrets Manager; kmsKeyIdentifier takes another key than the AWS owned one',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest-key-options.html',
    },
    inTransit: {
      demands: [matchesNot('authParameters.oauth.authorizationEndpoint', /^http:\/\//)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-connection.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyIdentifier',
      controller: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
      users: { 'events.amazonaws.com': ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'] },
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-at-rest-key-options.html',
    },
  },
  tags: NO_TAGS,
  backup: none('nothing to back up: git and the Secret hold it'),
  alarms: none('the rules that use it have alarms'),
});

export const apiDestination = configuration(SERVICE, 'ApiDestination', {
  forms: {
    crossplane: 'APIDestination',
    cloudFormation: { kind: 'AWS::Events::ApiDestination', fields: { '@name': 'Name' } },
  },
  arn: { resource: 'api-destination/{name}', suffix: '/*' },
  identity: ['@name'],
  encryption: {
    inTransit: {
      demands: [matchesNot('invocationEndpoint', /^http:\/\//)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-apidestination.html',
    },
  },
  tags: NO_TAGS,
  alarms: none('the rules that use it have alarms'),
  edges: { connectionArnRef: 'event out' },
});

export const endpoint = configuration(SERVICE, 'Endpoint', {
  forms: { ack: 'Endpoint', cloudFormation: 'AWS::Events::Endpoint' },
  arn: 'endpoint/{name}',
  identity: ['name'],
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
