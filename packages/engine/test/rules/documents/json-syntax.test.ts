import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('json-syntax', [
  [
    'a policy that is no JSON',
    (get) => (get('Role worker')['spec'].inlinePolicies.work = '{"Statement": ['),
    `${FIXTURES} Role worker spec.inlinePolicies.work`,
  ],
]);
