import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('rbac-wildcard', [
  [
    'a role over every kind of a group, also those of tomorrow',
    (get) => (get('ClusterRole reader')['rules'][0] = { apiGroups: ['apps'], resources: ['*'], verbs: ['get'] }),
    `${FIXTURES} ClusterRole reader rules[0].resources`,
  ],
]);
