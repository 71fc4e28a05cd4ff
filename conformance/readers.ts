import type { Evidence } from '@aws-platform/engine/conformance';

export const FUNCTION = 'lambda.services.k8s.aws/Function';
export const QUEUE = 'sqs.services.k8s.aws/Queue';
export const TOPIC = 'sns.services.k8s.aws/Topic';
export const SUBSCRIPTION = 'sns.services.k8s.aws/Subscription';
export const BUS = 'cloudwatchevents.aws.m.upbound.io/Bus';
export const RULE = 'eventbridge.services.k8s.aws/Rule';
export const NODEGROUP = 'eks.services.k8s.aws/Nodegroup';
export const FARGATE_PROFILE = 'eks.services.k8s.aws/FargateProfile';
export const ARCHIVE = 'eventbridge.services.k8s.aws/Archive';

/** What the document's `${Name.Arn}` stands for here. */
const symbols: Readonly<Record<string, (evidence: Evidence) => string | undefined>> = {
  '${AuditLogTopic.Arn}': (evidence) => evidence.arn(TOPIC, 'audit-log'),
  '${OrderNotificationQueue.Arn}': (evidence) => evidence.arn(QUEUE, 'order-notification.fifo'),
  '${OrderProcessingDLQ.Arn}': (evidence) => evidence.arn(QUEUE, 'order-processing-dlq'),
  '${UserAnalyticsQueue.Arn}': (evidence) => evidence.arn(QUEUE, 'user-analytics'),
  '${UserEventProcessingQueue.Arn}': (evidence) => evidence.arn(QUEUE, 'user-event-processing'),
  '${UserEventProcessor.Arn}': (evidence) => evidence.arn(FUNCTION, 'user-event-processor'),
  '${WelcomeEmailLambda.Arn}': (evidence) => evidence.arn(FUNCTION, 'welcome-email'),
};

/** The document's name for the object of an ARN; the ARN itself where it has none. */
export function symbol(read: (evidence: Evidence) => unknown): (evidence: Evidence) => unknown {
  return (evidence) => {
    const arn = read(evidence);
    if (arn === undefined) return undefined;
    return Object.keys(symbols).find((name) => symbols[name]?.(evidence) === arn) ?? arn;
  };
}

/** `FIFO` or `Standard`; undefined where the object is not there. */
export function typeOf(evidence: Evidence, kind: string, name: string, fifoField: string): string | undefined {
  if (!evidence.find(kind, name)) return undefined;
  return evidence.field(kind, name, fifoField) === 'true' ? 'FIFO' : 'Standard';
}

/** ACK writes numbers of some services as strings. */
export function numeric(read: (evidence: Evidence) => unknown): (evidence: Evidence) => unknown {
  return (evidence) => Number(read(evidence));
}

/** ACK writes booleans of some services as strings. */
export function boolean(read: (evidence: Evidence) => unknown): (evidence: Evidence) => unknown {
  return (evidence) => read(evidence) === 'true';
}

/** Whether all of one or more objects satisfy a condition: of none, nothing can be said. */
export function every<T>(items: readonly T[], isSo: (item: T) => boolean): boolean {
  return items.length > 0 && items.every(isSo);
}
