import { canonicalJson } from '../../../src/manifests/json';
import { faultsOf } from '../faults';
import { arn, SQS } from '../objects';

faultsOf('redrive-policy', [
  [
    'a dead-letter queue of the other order',
    (get) =>
      (get('Queue order-processing')['spec'].redrivePolicy = canonicalJson({
        deadLetterTargetArn: arn('sqs', 'user-notifications-dlq.fifo'),
        maxReceiveCount: 3,
      })),
    `${SQS} Queue order-processing spec.redrivePolicy`,
  ],
  [
    'a dead-letter queue that does not admit the source',
    (get) =>
      (get('Queue order-processing')['spec'].redrivePolicy = canonicalJson({
        deadLetterTargetArn: arn('sqs', 'user-analytics-dlq'),
        maxReceiveCount: 3,
      })),
    `${SQS} Queue order-processing spec.redrivePolicy`,
  ],
]);
