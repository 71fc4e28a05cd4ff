import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('rbac-wildcard', [
  [
    'a role over everything',
    (get) => (get('ClusterRole reader')['rules'][0].resources = ['*']),
    `${FIXTURES} ClusterRole reader rules[0].resources`,
  ],
]);
