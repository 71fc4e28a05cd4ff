import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('default-deny', [
  [
    'a namespace that everybody reaches',
    (get) => (get('NetworkPolicy deny-all')['spec'].policyTypes = ['Ingress']),
    `${FIXTURES} Deployment web metadata.namespace`,
  ],
]);
