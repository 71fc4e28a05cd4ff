import { faultsOf } from '../faults';
import { FIXTURES, type Fixture } from '../objects';

const claim = (storageClassName: string, more: object = {}): Fixture => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'shared', namespace: 'jenkins' },
  spec: {
    storageClassName,
    accessModes: ['ReadWriteMany'],
    resources: { requests: { storage: '10Gi' } },
    ...more,
  },
});

faultsOf('shared-volume', [
  [
    'a disk that two nodes cannot have',
    (_, add) => add(claim('gp3', { volumeMode: 'Block' })),
    `${FIXTURES} PersistentVolumeClaim shared spec.accessModes`,
  ],
  [
    'a file system that two nodes write to',
    (_, add) => add(claim('io2')),
    `${FIXTURES} PersistentVolumeClaim shared spec.volumeMode`,
  ],
]);
