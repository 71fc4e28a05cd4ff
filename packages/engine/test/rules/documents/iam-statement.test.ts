import { faultsOf } from '../faults';
import { FIXTURES, inPolicy } from '../objects';

faultsOf('iam-statement', [
  [
    'a statement without an effect',
    (get) => inPolicy(get('Role worker')['spec'].inlinePolicies, 'work', ([statement]) => delete statement.Effect),
    `${FIXTURES} Role worker spec.inlinePolicies.work`,
  ],
]);
