import { faultsOf } from '../faults';
import { EVENTS, SNS } from '../objects';

faultsOf('reference-family', [
  [
    'an ACK reference to a Crossplane object',
    (get) => (get('Subscription user-events-to-alerts-email')['spec'].topicRef.from.name = 'platform-events'),
    `${SNS} Subscription user-events-to-alerts-email spec.topicRef`,
  ],
  [
    'a Crossplane reference to an ACK object',
    (get) => (get('Discoverer application-events-discoverer')['spec'].forProvider.sourceArnRef.name = 'audit-log'),
    `${EVENTS} Discoverer application-events-discoverer spec.forProvider.sourceArnRef`,
  ],
]);
