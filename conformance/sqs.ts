import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import { exceptionFrom } from '@aws-platform/engine/manifests';
import { boolean, every, numeric, QUEUE, symbol, typeOf } from './readers';

const order = (path: string) => (evidence: Evidence) => evidence.field(QUEUE, 'order-processing', path);
const redrive = (key: string) => (evidence: Evidence) =>
  at(evidence.json(QUEUE, 'order-processing', 'spec.redrivePolicy'), key);
const user = (path: string) => (evidence: Evidence) => evidence.field(QUEUE, 'user-notifications.fifo', path);
const queues = (evidence: Evidence) => evidence.all(QUEUE);

/** The document's queues, and what it asks of SQS. */
export const sqs: readonly DocumentValue[] = [
  {
    path: 'SQSQueues.OrderProcessing.Type',
    value: 'Standard',
    read: (evidence) => typeOf(evidence, QUEUE, 'order-processing', 'spec.fifoQueue'),
  },
  {
    path: 'SQSQueues.OrderProcessing.VisibilityTimeoutSeconds',
    value: 300,
    read: numeric(order('spec.visibilityTimeout')),
  },
  {
    path: 'SQSQueues.OrderProcessing.MessageRetentionPeriod',
    value: 1_209_600,
    read: numeric(order('spec.messageRetentionPeriod')),
  },
  {
    path: 'SQSQueues.OrderProcessing.DeadLetterQueue.TargetArn',
    value: '${OrderProcessingDLQ.Arn}',
    read: symbol(redrive('deadLetterTargetArn')),
  },
  { path: 'SQSQueues.OrderProcessing.DeadLetterQueue.MaxReceiveCount', value: 3, read: redrive('maxReceiveCount') },
  {
    path: 'SQSQueues.OrderProcessing.RedrivePolicy.DeadLetterTargetArn',
    value: '${OrderProcessingDLQ.Arn}',
    read: symbol(redrive('deadLetterTargetArn')),
  },
  { path: 'SQSQueues.OrderProcessing.RedrivePolicy.MaxReceiveCount', value: 3, read: redrive('maxReceiveCount') },
  {
    path: 'SQSQueues.UserNotifications.Type',
    value: 'FIFO',
    read: (evidence) => typeOf(evidence, QUEUE, 'user-notifications.fifo', 'spec.fifoQueue'),
  },
  { path: 'SQSQueues.UserNotifications.FifoQueue', value: true, read: boolean(user('spec.fifoQueue')) },
  {
    path: 'SQSQueues.UserNotifications.ContentBasedDeduplication',
    value: true,
    read: boolean(user('spec.contentBasedDeduplication')),
  },
  {
    path: 'SQSQueues.UserNotifications.DeduplicationScope',
    value: 'messageGroup',
    read: user('spec.deduplicationScope'),
  },
  {
    path: 'SQSQueues.UserNotifications.FifoThroughputLimit',
    value: 'perMessageGroupId',
    read: user('spec.fifoThroughputLimit'),
  },
  {
    path: 'SQS: Standard Queues',
    value: true,
    read: (evidence) => queues(evidence).some((queue) => at(queue, 'spec.fifoQueue') === undefined),
  },
  {
    path: 'SQS: FIFO Queues',
    value: true,
    read: (evidence) => queues(evidence).some((queue) => at(queue, 'spec.fifoQueue') === 'true'),
  },
  {
    path: 'SQS: Dead Letter Queues',
    value: true,
    read: (evidence) =>
      every(
        queues(evidence),
        (queue) =>
          /-dlq(?:\.fifo)?$/.test(queue.metadata.name) ||
          at(queue, 'spec.redrivePolicy') !== undefined ||
          // a reason was given why there is nothing to keep
          exceptionFrom(queue, 'dead-letter') !== undefined,
      ),
  },
  {
    path: 'SQS: Message Visibility Timeout',
    value: true,
    read: (evidence) => every(queues(evidence), (queue) => at(queue, 'spec.visibilityTimeout') !== undefined),
  },
  {
    path: 'SQS: Long Polling',
    value: true,
    read: (evidence) => every(queues(evidence), (queue) => Number(at(queue, 'spec.receiveMessageWaitTimeSeconds')) > 0),
  },
  {
    path: 'SQS: Encryption in transit and at rest',
    value: true,
    read: (evidence) =>
      every(
        queues(evidence),
        ({ spec }) =>
          at(spec, 'kmsMasterKeyID') !== undefined &&
          String(at(spec, 'policy')).includes('"aws:SecureTransport":"false"'),
      ),
  },
];
