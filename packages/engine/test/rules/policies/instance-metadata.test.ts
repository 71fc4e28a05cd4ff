import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('instance-metadata', [
  [
    'nodes with the old metadata service',
    (get) => (get('LaunchTemplate nodes')['spec'].data.metadataOptions.httpTokens = 'optional'),
    `${FIXTURES} LaunchTemplate nodes spec.data.metadataOptions.httpTokens`,
  ],
]);
