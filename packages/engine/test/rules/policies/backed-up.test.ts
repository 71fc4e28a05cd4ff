import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('backed-up', [
  [
    'a table without the backup tag',
    (get) => (get('Table parcels')['spec'].tags = []),
    `${FIXTURES} Table parcels spec.tags`,
  ],
]);
