import { faultsOf } from '../faults';
import { arn, EVENTS, SNS } from '../objects';

faultsOf('reference-kind', [
  [
    'a reference to an object of the wrong kind',
    (get) => (get('Subscription user-events-to-alerts-email')['spec'].topicRef.from.name = 'order-processing'),
    `${SNS} Subscription user-events-to-alerts-email spec.topicRef`,
  ],
  [
    'an ARN of the wrong service',
    (get) => (get('Rule build-events-forward')['spec'].targets[0].roleARN = arn('sns', 'alerts')),
    `${EVENTS} Rule build-events-forward spec.targets[0].roleARN`,
  ],
]);
