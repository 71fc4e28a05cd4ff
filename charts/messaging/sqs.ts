import { Duration } from 'cdk8s';
import { Queue } from '../../constructs/sqs/queue';
import { PlatformChart } from '../platform-chart';

/**
 * The platform's queues. One entry makes a queue with its encryption, policy, tags and, with `deadLetter`, its
 * dead-letter queue.
 */
export class Sqs extends PlatformChart {
  readonly orderProcessing = new Queue(this, 'order-processing', {
    visibilityTimeout: Duration.seconds(300),
    retention: Duration.days(14),
    deadLetter: { maxReceiveCount: 3 },
  });

  readonly userNotifications = new Queue(this, 'user-notifications.fifo', {
    fifo: { contentBasedDeduplication: true, deduplicationScope: 'messageGroup', throughputLimit: 'perMessageGroupId' },
    deadLetter: { maxReceiveCount: 5 },
  });

  /** Receives what the topic user-events publishes. */
  readonly userEventProcessing = new Queue(this, 'user-event-processing', {
    visibilityTimeout: Duration.minutes(5),
    deadLetter: { maxReceiveCount: 5 },
  });

  /** Receives what the topic order-notifications.fifo publishes. */
  readonly orderNotification = new Queue(this, 'order-notification.fifo', {
    fifo: { contentBasedDeduplication: true },
    deadLetter: { maxReceiveCount: 5 },
  });

  /** Receives registrations from the bus application-events. */
  readonly userAnalytics = new Queue(this, 'user-analytics', {
    retention: Duration.days(14),
    deadLetter: { maxReceiveCount: 5 },
  });

  /** Orders that wait for a person's decision, for whatever shows them to people. */
  readonly approvalRequests = new Queue(this, 'approval-requests', {
    retention: Duration.days(14),
    deadLetter: { maxReceiveCount: 5 },
  });

  /**
   * Feeds the function data-processing, which may run for 900 s: Lambda wants 6 times that, and a minute to fill a
   * batch.
   */
  readonly processing = new Queue(this, 'processing-queue', {
    visibilityTimeout: Duration.seconds(6 * 900 + 60),
    retention: Duration.days(14),
    deadLetter: { maxReceiveCount: 5 },
  });

  /** Events that a rule could not deliver. */
  readonly undeliveredEvents = new Queue(this, 'undelivered-events-dlq', { retention: Duration.days(14) });

  /** What functions were asked to do, and could not. */
  readonly failedInvocations = new Queue(this, 'failed-invocations-dlq', { retention: Duration.days(14) });

  /** Notifications that a standard topic could not deliver. */
  readonly undeliveredNotifications = new Queue(this, 'undelivered-notifications-dlq', {
    retention: Duration.days(14),
  });

  /** Notifications that a FIFO topic could not deliver, in order. */
  readonly undeliveredOrderNotifications = new Queue(this, 'undelivered-order-notifications-dlq.fifo', {
    retention: Duration.days(14),
    fifo: { contentBasedDeduplication: true },
  });
}
