import { faultsOf } from '../faults';
import { container, FIXTURES } from '../objects';

faultsOf('probes', [
  [
    'a container without a liveness probe',
    (get) => delete container(get('Deployment web')).livenessProbe,
    `${FIXTURES} Deployment web spec.template.spec.containers[0].livenessProbe`,
  ],
]);
