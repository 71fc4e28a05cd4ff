import { faultsOf } from '../faults';
import { FIXTURES, SNS } from '../objects';

faultsOf('encrypted-at-rest', [
  [
    'cached images in plain text',
    (get) => (get('RepositoryCreationTemplate quay')['spec'].encryptionConfiguration.encryptionType = 'AES256'),
    'delivery/ecr.yaml RepositoryCreationTemplate quay spec.encryptionConfiguration.encryptionType',
  ],
  [
    'a topic in plain text',
    (get) => delete get('Topic alerts')['spec'].kmsMasterKeyID,
    `${SNS} Topic alerts spec.kmsMasterKeyID`,
  ],
  [
    'a node volume in plain text',
    (get) => (get('LaunchTemplate nodes')['spec'].data.blockDeviceMappings[0].ebs.encrypted = false),
    `${FIXTURES} LaunchTemplate nodes spec.data.blockDeviceMappings[0].ebs.encrypted`,
  ],
]);
