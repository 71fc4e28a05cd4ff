import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('duplicate-object', [
  [
    'an object twice',
    (get, add) => add(structuredClone(get('Topic alerts')), 'messaging'),
    `${FIXTURES} Topic alerts metadata.name`,
  ],
]);
