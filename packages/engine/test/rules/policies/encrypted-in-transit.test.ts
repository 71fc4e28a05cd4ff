import { faultsOf } from '../faults';
import { FIXTURES, REDIS } from '../objects';

faultsOf('encrypted-in-transit', [
  [
    'a listener without TLS',
    (get) => (get('Listener internal-https')['spec'].protocol = 'HTTP'),
    `${FIXTURES} Listener internal-https spec.protocol`,
  ],
  [
    'a cache that anybody in the VPC may read without TLS',
    (get) => (get('ReplicationGroup platform-redis')['spec'].transitEncryptionEnabled = false),
    `${REDIS} ReplicationGroup platform-redis spec.transitEncryptionEnabled`,
  ],
]);
