import { canonicalJson } from '../../../src/manifests/json';
import { faultsOf } from '../faults';
import { SNS } from '../objects';

faultsOf('filter-policy', [
  [
    'a filter that is no list',
    (get) =>
      (get('Subscription user-events-to-alerts-email')['spec'].filterPolicy = canonicalJson({ severity: 'HIGH' })),
    `${SNS} Subscription user-events-to-alerts-email spec.filterPolicy`,
  ],
]);
