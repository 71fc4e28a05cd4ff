import { faultsOf } from '../faults';

faultsOf('single-default', [
  [
    'two classes of volumes for claims that name none',
    (get) => (get('StorageClass st1').metadata.annotations = { 'storageclass.kubernetes.io/is-default-class': 'true' }),
    'storage/ebs.yaml StorageClass st1 metadata.annotations.storageclass.kubernetes.io/is-default-class',
  ],
]);
