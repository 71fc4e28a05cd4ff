import { faultsOf } from '../faults';
import { SQS } from '../objects';

faultsOf('alarmed', [
  [
    'a queue whose consumer may stop without anybody noticing',
    (get) => (get('MetricAlarm sqs-order-processing-oldest-message')['spec'].dimensions[0].value = 'orders'),
    `${SQS} Queue order-processing metadata.name`,
  ],
  [
    'an alarm that reads another object than the one it is for',
    (get) =>
      (get('ResourceGraphDefinition observability-acm-api')['spec'].resources[0].externalRef.metadata.name = 'domain'),
    'network/acm.yaml Certificate api metadata.name',
  ],
]);
