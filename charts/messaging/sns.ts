import type { Construct } from 'constructs';
import { Subscription } from '../../constructs/sns/subscription';
import { Topic } from '../../constructs/sns/topic';
import type { Environment } from '../../environments';
import type { Lambda } from '../application/lambda';
import { PlatformChart } from '../platform-chart';
import type { Sqs } from './sqs';

interface SnsUses {
  readonly lambda: Lambda;
  readonly sqs: Sqs;
}

/** The platform's topics and who receives from them. */
export class Sns extends PlatformChart {
  readonly userEvents = new Topic(this, 'user-events', { displayName: 'User Events Topic' });

  readonly orderNotifications = new Topic(this, 'order-notifications.fifo', {
    fifo: { contentBasedDeduplication: true },
  });

  readonly deploymentNotifications = new Topic(this, 'deployment-notifications', { displayName: 'Deployments' });

  readonly auditLog = new Topic(this, 'audit-log', { displayName: 'Audit log' });

  /** Alarms and security findings. */
  readonly alerts = new Topic(this, 'alerts', { displayName: 'Platform alerts' });

  /** Alarms of the DR region: an alarm tells a topic of its own region. */
  readonly alertsDr = new Topic(this, 'alerts-dr', {
    displayName: 'Platform alerts, DR region',
    region: this.environment.drRegion,
  });

  /** What happens to the clusters of ElastiCache and DAX: names of events and of nodes, no data. */
  readonly cacheEvents = new Topic(this, 'cache-events', {
    displayName: 'Cache events',
    encryption: {
      none: true,
      // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ElastiCacheSNS.html
      because: 'ElastiCache cannot publish to an encrypted topic; its messages are names of events and of nodes',
    },
  });

  constructor(scope: Construct, id: string, environment: Environment, { lambda, sqs }: SnsUses) {
    super(scope, id, environment);
    const { alertsEmail } = environment.messaging;
    const deadLetterQueue = sqs.undeliveredNotifications;

    new Subscription(this, 'user-events-to-user-event-processing', {
      topic: this.userEvents,
      endpoint: { queue: sqs.userEventProcessing },
      deadLetterQueue,
    });
    new Subscription(this, 'user-events-to-user-event-processor', {
      topic: this.userEvents,
      endpoint: { function: lambda.userEventProcessor },
      deadLetterQueue,
    });
    new Subscription(this, 'user-events-to-alerts-email', {
      topic: this.userEvents,
      endpoint: { email: alertsEmail },
      filterPolicy: { severity: ['CRITICAL', 'HIGH'] },
      deadLetterQueue,
    });
    new Subscription(this, 'order-notifications-to-order-notification', {
      topic: this.orderNotifications,
      endpoint: { queue: sqs.orderNotification },
      deadLetterQueue: sqs.undeliveredOrderNotifications,
    });
    new Subscription(this, 'alerts-to-alerts-email', {
      topic: this.alerts,
      endpoint: { email: alertsEmail },
      // AWS Backup tells of every job that ends, and says in this attribute how; alarms and findings have no attributes
      filterPolicy: { State: [{ exists: false }, { 'anything-but': ['COMPLETED'] }] },
      deadLetterQueue,
    });
    // without a dead-letter queue: SQS's would have to be in the DR region, too
    new Subscription(this, 'alerts-dr-to-alerts-email', { topic: this.alertsDr, endpoint: { email: alertsEmail } });
    new Subscription(this, 'cache-events-to-alerts-email', {
      topic: this.cacheEvents,
      endpoint: { email: alertsEmail },
      deadLetterQueue,
    });

    lambda.notifyTeams.role.allow('publish', ...this.alerts.publishStatements);
    lambda.buildNotifications.role.allow('publish', ...this.deploymentNotifications.publishStatements);
    lambda.fulfillOrder.role.allow('publish', ...this.orderNotifications.publishStatements);
  }
}
