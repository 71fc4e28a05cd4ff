import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('json-canonical', [
  [
    'a policy with white space',
    (get) =>
      (get('Role worker')['spec'].inlinePolicies.work = get('Role worker')['spec'].inlinePolicies.work.replace(
        ':',
        ': ',
      )),
    `${FIXTURES} Role worker spec.inlinePolicies.work`,
  ],
]);
