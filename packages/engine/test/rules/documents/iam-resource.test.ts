import { faultsOf } from '../faults';
import { arn, FIXTURES, inPolicy } from '../objects';

faultsOf('iam-resource', [
  [
    "an action on another service's resource",
    (get) =>
      inPolicy(
        get('Role worker')['spec'].inlinePolicies,
        'work',
        ([statement]) => (statement.Resource = arn('sns', 'alerts')),
      ),
    `${FIXTURES} Role worker spec.inlinePolicies.work`,
  ],
]);
