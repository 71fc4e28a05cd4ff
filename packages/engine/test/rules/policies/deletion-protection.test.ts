import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('deletion-protection', [
  [
    'a table without deletion protection',
    (get) => (get('Table parcels')['spec'].deletionProtectionEnabled = false),
    `${FIXTURES} Table parcels spec.deletionProtectionEnabled`,
  ],
]);
