import { faultsOf } from '../faults';
import { container, FIXTURES } from '../objects';

faultsOf('resource-limits', [
  [
    'a container without a memory limit',
    (get) => delete container(get('Deployment web')).resources.limits,
    `${FIXTURES} Deployment web spec.template.spec.containers[0].resources.limits.memory`,
  ],
]);
