import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import { EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import { ARCHIVE, BUS, RULE, symbol } from './readers';

const SNS_ARN = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html';

const bus = (name: string, path: string) => (evidence: Evidence) =>
  path === 'name' ? evidence.find(BUS, name)?.metadata.annotations?.[EXTERNAL_NAME] : evidence.field(BUS, name, path);
const rule = (name: string, path: string) => (evidence: Evidence) => evidence.field(RULE, name, path);
const pattern = (name: string, key: string) => (evidence: Evidence) =>
  at(evidence.json(RULE, name, 'spec.eventPattern'), key);
const target = (name: string, id: string) => (evidence: Evidence) => {
  const targets = (rule(name, 'spec.targets')(evidence) ?? []) as { id: string; arn: string }[];
  return targets.find((item) => item.id === id)?.arn;
};
const neutral = (read: (evidence: Evidence) => unknown) => (evidence: Evidence) => evidence.neutral(read(evidence));
const eventSourceName = (value: string, name: string): DocumentValue => ({
  path: `EventBridge.CustomBuses.${name}.EventSourceName`,
  value,
  read: (evidence) => bus(name, 'spec.forProvider.eventSourceName')(evidence) ?? 'none',
  deviation: {
    chosen: 'none',
    because:
      'only for buses of partner event sources, whose names begin with aws.partner/; AWS refuses it on others. Events name their source themselves',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html',
  },
});

/** The document's event buses and rules, and what it asks of EventBridge. */
export const eventbridge: readonly DocumentValue[] = [
  { path: 'EventBridge.CustomBus', value: 'platform-events', read: bus('platform-events', 'name') },
  {
    path: 'EventBridge.Rules.deployment-events.Name',
    value: 'deployment-events',
    read: rule('deployment-events', 'spec.name'),
  },
  {
    path: 'EventBridge.Rules.deployment-events.EventPattern.source',
    value: ['jenkins.platform'],
    read: pattern('deployment-events', 'source'),
  },
  {
    path: 'EventBridge.Rules.deployment-events.EventPattern.detail-type',
    value: ['Jenkins Pipeline Execution State Change'],
    read: pattern('deployment-events', 'detail-type'),
  },
  {
    path: 'EventBridge.Rules.deployment-events.Targets[0].Arn',
    value: 'arn:aws:lambda:region:account:function:notify-teams',
    read: neutral(target('deployment-events', 'notify-teams')),
  },
  {
    path: 'EventBridge.Rules.deployment-events.Targets[1].Arn',
    value: 'arn:aws:sns:region:account:topic:deployment-notifications',
    read: neutral(target('deployment-events', 'deployment-notifications')),
    deviation: {
      chosen: 'arn:aws:sns:region:account:deployment-notifications',
      because: "a topic's ARN has the bare name, without topic:",
      source: SNS_ARN,
    },
  },
  { path: 'EventBridge.Rules.build-events.Name', value: 'build-events', read: rule('build-events', 'spec.name') },
  {
    path: 'EventBridge.Rules.build-events.EventPattern.source',
    value: ['aws.codebuild'],
    read: pattern('build-events', 'source'),
  },
  {
    path: 'EventBridge.Rules.build-events.EventPattern.detail-type',
    value: ['CodeBuild Build State Change'],
    read: pattern('build-events', 'detail-type'),
  },
  {
    path: 'EventBridge.Rules.build-events.Targets[0].Arn',
    value: 'arn:aws:lambda:region:account:function:build-notifications',
    read: neutral(target('build-events', 'build-notifications')),
  },
  {
    path: 'EventBridge.Rules.build-events: how the events reach platform-events',
    value: 'directly',
    read: (evidence) => {
      const forwards =
        target('build-events-forward', 'platform-events')(evidence) === evidence.arn(BUS, 'platform-events');
      return forwards && rule('build-events-forward', 'spec.eventBusName')(evidence) === 'default'
        ? 'forwarded from the default bus'
        : undefined;
    },
    deviation: {
      chosen: 'forwarded from the default bus',
      because: 'AWS services put their events on the default bus only; a rule there with a role forwards them',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html',
    },
  },
  {
    path: 'EventBridge.CustomBuses.application-events.Name',
    value: 'application-events',
    read: bus('application-events', 'name'),
  },
  {
    path: 'EventBridge.CustomBuses.application-events.Description',
    value: 'Application domain events',
    read: bus('application-events', 'spec.forProvider.description'),
  },
  eventSourceName('com.company.application', 'application-events'),
  {
    path: 'EventBridge.CustomBuses.infrastructure-events.Name',
    value: 'infrastructure-events',
    read: bus('infrastructure-events', 'name'),
  },
  {
    path: 'EventBridge.CustomBuses.infrastructure-events.Description',
    value: 'Infrastructure and system events',
    read: bus('infrastructure-events', 'spec.forProvider.description'),
  },
  eventSourceName('com.company.infrastructure', 'infrastructure-events'),
  {
    path: 'EventBridge.Rules.user-registration-rule.Name',
    value: 'user-registration-rule',
    read: rule('user-registration-rule', 'spec.name'),
  },
  {
    path: 'EventBridge.Rules.user-registration-rule.EventBusName',
    value: 'application-events',
    read: rule('user-registration-rule', 'spec.eventBusName'),
  },
  {
    path: 'EventBridge.Rules.user-registration-rule.EventPattern.source',
    value: ['user-service'],
    read: pattern('user-registration-rule', 'source'),
  },
  {
    path: 'EventBridge.Rules.user-registration-rule.EventPattern.detail-type',
    value: ['User Registered'],
    read: pattern('user-registration-rule', 'detail-type'),
  },
  {
    path: 'EventBridge.Rules.user-registration-rule.Targets[0].Arn',
    value: '${WelcomeEmailLambda.Arn}',
    read: symbol(target('user-registration-rule', 'welcome-email')),
  },
  {
    path: 'EventBridge.Rules.user-registration-rule.Targets[1].Arn',
    value: '${UserAnalyticsQueue.Arn}',
    read: symbol(target('user-registration-rule', 'user-analytics')),
  },
  {
    path: 'EventBridge.Rules.user-registration-rule.Targets[2].Arn',
    value: '${AuditLogTopic.Arn}',
    read: symbol(target('user-registration-rule', 'audit-log')),
  },
  { path: 'EventBridge: Custom Event Buses', value: true, read: (evidence) => evidence.all(BUS).length > 0 },
  { path: 'EventBridge: Event Rules', value: true, read: (evidence) => evidence.all(RULE).length > 0 },
  {
    path: 'EventBridge: Schema Registry',
    value: true,
    read: (evidence) => evidence.all('schemas.aws.m.upbound.io/Registry').length > 0,
  },
  {
    path: 'EventBridge: Cross-Account Events',
    value: true,
    read: (evidence) => evidence.all('cloudwatchevents.aws.m.upbound.io/BusPolicy').length > 0,
  },
  {
    path: 'EventBridge: Third-Party Integrations',
    value: true,
    read: (evidence) =>
      evidence
        .all(BUS)
        .some((object) => String(at(object, 'spec.forProvider.eventSourceName')).startsWith('aws.partner/')),
    deviation: {
      chosen: false,
      because:
        "a person's act: a partner event source has to be made in the partner's console first, and the document names no partner",
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-saas.html',
    },
  },
  {
    path: 'EventBridge: Event Replay',
    value: true,
    read: (evidence) => evidence.all(BUS).length > 0 && evidence.all(BUS).length === evidence.all(ARCHIVE).length,
  },
];
