import { none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon CloudWatch',
  ack: 'cloudwatch',
  crossplane: 'cloudwatch',
  cloudFormation: 'CloudWatch',
  iam: 'cloudwatch',
  dataProtection: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/data-protection.html',
};

export const metricAlarm = configuration(SERVICE, 'MetricAlarm', {
  forms: {
    ack: 'MetricAlarm',
    crossplane: { kind: 'MetricAlarm', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::CloudWatch::Alarm', fields: { name: 'AlarmName' } },
  },
  arn: 'alarm:{name}',
  identity: ['name'],
  why: 'is configuration; its history of 30 days goes with it',
  encryption: {
    atRest: none('holds a state and its history, no data of the platform'),
  },
  tags: 'tags',
  backup: none('nothing to back up: git holds it'),
  alarms: none('is an alarm'),
  defaults: { actionsEnabled: true, treatMissingData: 'missing' },
  edges: { 'alarmActions[]': 'event out', 'oKActions[]': 'event out' },
});

export const compositeAlarm = configuration(SERVICE, 'CompositeAlarm', {
  forms: {
    crossplane: 'CompositeAlarm',
    cloudFormation: { kind: 'AWS::CloudWatch::CompositeAlarm', fields: { '@name': 'AlarmName' } },
  },
  arn: 'alarm:{name}',
  identity: ['@name'],
  why: 'is configuration; its history of 30 days goes with it',
  encryption: {
    atRest: none('holds a state and its history, no data of the platform'),
  },
  tags: 'tags',
  backup: none('nothing to back up: git holds it'),
  alarms: none('is an alarm'),
  edges: { 'alarmActions[]': 'event out', alarmRule: 'event in', 'okActions[]': 'event out' },
});

export const dashboard = configuration(SERVICE, 'Dashboard', {
  forms: {
    ack: { kind: 'Dashboard', without: { tags: none('its kind has no field for tags') } },
    crossplane: {
      kind: 'Dashboard',
      fields: { dashboardName: '@name' },
      without: { tags: none('its kind has no field for tags') },
    },
    cloudFormation: 'AWS::CloudWatch::Dashboard',
  },
  arn: { resource: 'dashboard/{name}', global: true },
  identity: ['dashboardName'],
  tags: 'Tags',
  alarms: none('only shows'),
});

export const metricStream = configuration(SERVICE, 'MetricStream', {
  forms: { ack: 'MetricStream', crossplane: 'MetricStream', cloudFormation: 'AWS::CloudWatch::MetricStream' },
  arn: 'metric-stream/{name}',
  identity: ['name'],
  encryption: {
    atRest: none('what it sends is encrypted where it arrives'),
  },
  tags: 'tags',
  alarms: none('not watched: not in use'),
});
