import { BlockStorageClass } from '../../constructs/ebs/storage-class';
import { SnapshotClass } from '../../constructs/ebs/volume-snapshot-class';
import { PlatformChart } from '../platform-chart';

/** Disks of Pods, and their snapshots. */
export class Ebs extends PlatformChart {
  readonly gp3 = new BlockStorageClass(this, 'gp3', { volume: { type: 'gp3' }, isDefault: true });

  /** For databases, and as the only one for several Pods at once. */
  readonly io2 = new BlockStorageClass(this, 'io2', { volume: { type: 'io2', iopsPerGib: 50 } });

  /** For large files that are read from front to back. */
  readonly st1 = new BlockStorageClass(this, 'st1', { volume: { type: 'st1' } });

  readonly snapshots = new SnapshotClass(this, 'ebs');
}
