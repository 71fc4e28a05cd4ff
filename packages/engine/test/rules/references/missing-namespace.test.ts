import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('missing-namespace', [
  [
    'a namespace that nobody makes',
    (get) => (get('Namespace apps').metadata.name = 'applications'),
    `${FIXTURES} ServiceAccount web metadata.namespace`,
  ],
]);
