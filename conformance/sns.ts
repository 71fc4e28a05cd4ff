import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import { boolean, QUEUE, SUBSCRIPTION, symbol, TOPIC, typeOf } from './readers';

const subscription = (name: string, path: string) => (evidence: Evidence) => evidence.field(SUBSCRIPTION, name, path);
const ofTopic = (topic: string, name: string, path: string) => (evidence: Evidence) =>
  evidence.field(SUBSCRIPTION, name, 'spec.topicRef.from.name') === topic
    ? subscription(name, path)(evidence)
    : undefined;
const toQueue = 'user-events-to-user-event-processing';
const toFunction = 'user-events-to-user-event-processor';
const toEmail = 'user-events-to-alerts-email';
const fifo = 'order-notifications-to-order-notification';

/** The document's topics, and what it asks of SNS. */
export const sns: readonly DocumentValue[] = [
  {
    path: 'SNSTopics.UserEvents.Type',
    value: 'Standard',
    read: (evidence) => typeOf(evidence, TOPIC, 'user-events', 'spec.fifoTopic'),
  },
  {
    path: 'SNSTopics.UserEvents.DisplayName',
    value: 'User Events Topic',
    read: (evidence) => evidence.field(TOPIC, 'user-events', 'spec.displayName'),
  },
  {
    path: 'SNSTopics.UserEvents.Subscriptions[0].Protocol',
    value: 'sqs',
    read: ofTopic('user-events', toQueue, 'spec.protocol'),
  },
  {
    path: 'SNSTopics.UserEvents.Subscriptions[0].Endpoint',
    value: '${UserEventProcessingQueue.Arn}',
    read: symbol(subscription(toQueue, 'spec.endpoint')),
  },
  {
    path: 'SNSTopics.UserEvents.Subscriptions[1].Protocol',
    value: 'lambda',
    read: ofTopic('user-events', toFunction, 'spec.protocol'),
  },
  {
    path: 'SNSTopics.UserEvents.Subscriptions[1].Endpoint',
    value: '${UserEventProcessor.Arn}',
    read: symbol(subscription(toFunction, 'spec.endpoint')),
  },
  {
    path: 'SNSTopics.UserEvents.Subscriptions[2].Protocol',
    value: 'email',
    read: ofTopic('user-events', toEmail, 'spec.protocol'),
  },
  {
    path: 'SNSTopics.UserEvents.Subscriptions[2].Endpoint',
    value: 'alerts@company.com',
    read: subscription(toEmail, 'spec.endpoint'),
  },
  {
    path: 'SNSTopics.UserEvents.Subscriptions[2].FilterPolicy.severity',
    value: ['CRITICAL', 'HIGH'],
    read: (evidence) => at(evidence.json(SUBSCRIPTION, toEmail, 'spec.filterPolicy'), 'severity'),
  },
  {
    path: 'SNSTopics.OrderNotifications.Type',
    value: 'FIFO',
    read: (evidence) => typeOf(evidence, TOPIC, 'order-notifications.fifo', 'spec.fifoTopic'),
  },
  {
    path: 'SNSTopics.OrderNotifications.FifoTopic',
    value: true,
    read: boolean((evidence) => evidence.field(TOPIC, 'order-notifications.fifo', 'spec.fifoTopic')),
  },
  {
    path: 'SNSTopics.OrderNotifications.ContentBasedDeduplication',
    value: true,
    read: boolean((evidence) => evidence.field(TOPIC, 'order-notifications.fifo', 'spec.contentBasedDeduplication')),
  },
  {
    path: 'SNSTopics.OrderNotifications.Subscriptions[0].Protocol',
    value: 'sqs',
    read: ofTopic('order-notifications.fifo', fifo, 'spec.protocol'),
  },
  {
    path: 'SNSTopics.OrderNotifications.Subscriptions[0].Endpoint',
    value: '${OrderNotificationQueue.Arn}',
    read: symbol(subscription(fifo, 'spec.endpoint')),
  },
  {
    path: 'SNSTopics.OrderNotifications.Subscriptions[0]: the queue',
    value: 'OrderNotificationQueue',
    read: (evidence) => evidence.field(QUEUE, 'order-notification.fifo', 'spec.queueName'),
    deviation: {
      chosen: 'order-notification.fifo',
      because:
        'the document does not say that the queue is FIFO; the messages keep their order only in a FIFO queue, whose name must end in .fifo',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html',
    },
  },
  { path: 'SNS: Topic-based Messaging', value: true, read: (evidence) => evidence.all(TOPIC).length > 0 },
  {
    path: 'SNS: Multiple Protocols',
    value: ['email', 'http', 'https', 'lambda', 'sms', 'sqs'],
    read: (evidence) => [...new Set(evidence.all(SUBSCRIPTION).map((object) => at(object, 'spec.protocol')))].sort(),
    deviation: {
      chosen: ['email', 'lambda', 'sqs'],
      because:
        'the document names no HTTP endpoint and no phone number to deliver to; the protocols it has receivers for are used',
      source: 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html',
    },
  },
  {
    path: 'SNS: Message Filtering',
    value: true,
    read: (evidence) => evidence.all(SUBSCRIPTION).some((object) => at(object, 'spec.filterPolicy') !== undefined),
  },
  {
    path: 'SNS: Message Ordering',
    value: true,
    read: (evidence) => evidence.all(TOPIC).some((object) => at(object, 'spec.fifoTopic') === 'true'),
  },
  {
    path: 'SNS: Cross-Region Replication',
    value: true,
    read: (evidence) =>
      evidence
        .all(SUBSCRIPTION)
        .some(
          (object) =>
            at(object, 'spec.protocol') === 'sqs' && evidence.neutral(at(object, 'spec.endpoint')) === undefined,
        ),
    deviation: {
      chosen: false,
      because:
        'SNS does not replicate topics; it can deliver to a queue or function of another region, and the document names no such receiver',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html',
    },
  },
  {
    path: 'SNS: Mobile Push Notifications',
    value: true,
    read: (evidence) => evidence.all('sns.services.k8s.aws/PlatformApplication').length > 0,
    deviation: {
      chosen: false,
      because: "a person's act: it needs the credentials of an app store account, and the document names no app",
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-mobile-application-as-subscriber.html',
    },
  },
];
