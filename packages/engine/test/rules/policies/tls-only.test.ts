import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('tls-only', [
  [
    'a bucket that answers without TLS',
    (get) => delete get('Bucket reports')['spec'].policy,
    `${FIXTURES} Bucket reports spec.policy`,
  ],
]);
