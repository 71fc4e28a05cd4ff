import { faultsOf } from '../faults';
import { FIXTURES, inPolicy } from '../objects';

faultsOf('iam-action', [
  [
    'an IAM action that does not exist',
    (get) =>
      inPolicy(
        get('Role worker')['spec'].inlinePolicies,
        'work',
        ([statement]) => (statement.Action = 'sqs:SendMessages'),
      ),
    `${FIXTURES} Role worker spec.inlinePolicies.work`,
  ],
]);
