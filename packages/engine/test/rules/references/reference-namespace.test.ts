import { faultsOf } from '../faults';
import { FIXTURES, SNS } from '../objects';

faultsOf('reference-namespace', [
  [
    'a reference into another namespace',
    (get) => (get('Subscription user-events-to-alerts-email')['spec'].topicRef.from.namespace = 'other'),
    `${SNS} Subscription user-events-to-alerts-email spec.topicRef`,
  ],
  [
    'a producer that moved into another namespace',
    (get) => (get('UserPool users').metadata.namespace = 'apps'),
    `${FIXTURES} UserPoolClient web spec.forProvider.userPoolIdRef`,
  ],
]);
