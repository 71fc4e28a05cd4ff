import { Construct } from 'constructs';
import { VolumeSnapshotClass, VolumeSnapshotClassDeletionPolicy } from '../../imports/snapshot.storage.k8s.io';
import { clusterScoped } from '../core/cluster-scoped';

/**
 * Snapshots of EBS volumes, named by its id and taken where none is named. They stay in AWS when their object is
 * deleted.
 */
export class SnapshotClass extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const object = new VolumeSnapshotClass(this, 'Resource', {
      metadata: { name: id, annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' } },
      driver: 'ebs.csi.aws.com',
      deletionPolicy: VolumeSnapshotClassDeletionPolicy.RETAIN,
    });
    clusterScoped(object);
  }
}
