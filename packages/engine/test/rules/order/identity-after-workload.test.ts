import { faultsOf } from '../faults';
import { wave } from '../objects';

faultsOf('order/identity-after-workload', [
  [
    'a collector in the wave of its identity',
    (get) => wave(get('Deployment trace-collector'), 1),
    'observability/traces.yaml Deployment trace-collector spec.template.spec.serviceAccountName',
  ],
]);
