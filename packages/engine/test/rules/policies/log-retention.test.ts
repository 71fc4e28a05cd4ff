import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('log-retention', [
  [
    'logs for ever',
    (get) => delete get('LogGroup worker')['spec'].retentionDays,
    `${FIXTURES} LogGroup worker spec.retentionDays`,
  ],
]);
