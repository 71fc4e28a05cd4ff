import { topic as topicAlarms } from '../alarms/messaging';
import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none, unknown } from './answers';
import { isNot, isSet, matchesNot } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon SNS',
  ack: 'sns',
  crossplane: 'sns',
  cloudFormation: 'SNS',
  iam: 'sns',
  dataProtection: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
};

export const topic = configuration(SERVICE, 'Topic', {
  forms: {
    ack: { kind: 'Topic', late: ['policy'] },
    crossplane: { kind: 'Topic', fields: { name: '@name' } },
    cloudFormation: 'AWS::SNS::Topic',
  },
  arn: '{name}',
  identity: ['name'],
  why: 'keeps nothing; subscriptions that people have confirmed (e-mail) have to be confirmed again',
  encryption: {
    // not confirmed
    atRest: {
      demands: [isSet('kmsMasterKeyID')],
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    },
    inTransit: {
      policy: 'policy',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html',
    },
    key: {
      field: 'kmsMasterKeyID',
      controller: [],
      users: {
        publisher: ['kms:Decrypt', 'kms:GenerateDataKey'],
        'service that publishes': ['kms:Decrypt', 'kms:GenerateDataKey'],
      },
      note: 'alias/aws/sns keeps EventBridge and alarms out: they need the key policy',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    },
  },
  tags: 'tags',
  backup: none('keeps nothing; archivePolicy of FIFO topics replays'),
  alarms: topicAlarms,
  exposure: { policy: 'policy' },
});

export const subscription = configuration(SERVICE, 'Subscription', {
  forms: { ack: 'Subscription', crossplane: 'TopicSubscription', cloudFormation: 'AWS::SNS::Subscription' },
  arn: unknown('its shape, {topic}:<id>, is not confirmed'),
  identity: AWS_ID,
  why: 'is configuration; e-mail and HTTP have to be confirmed again',
  encryption: {
    inTransit: {
      demands: [isNot('protocol', 'http'), matchesNot('endpoint', /^http:\/\//)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html',
    },
  },
  tags: NO_TAGS,
  alarms: none("its topic's metrics count its deliveries"),
  defaults: { rawMessageDelivery: 'false' },
  edges: { endpoint: 'event out', redrivePolicy: 'event out', topicRef: 'event in' },
});

export const platformApplication = configuration(SERVICE, 'PlatformApplication', {
  forms: { ack: 'PlatformApplication', crossplane: { kind: 'PlatformApplication', fields: { name: '@name' } } },
  arn: unknown('its shape, app/{platform}/{name}, is not confirmed'),
  identity: ['name'],
  why: 'is configuration; devices that have registered go with it',
  encryption: {
    // not confirmed
    atRest: {
      always: 'credentials of the push service are stored encrypted by SNS',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    },
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const platformEndpoint = configuration(SERVICE, 'PlatformEndpoint', {
  forms: { ack: 'PlatformEndpoint' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is one device, which registers again',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
