import type { Construct } from 'constructs';
import { AccessPoint } from '../../constructs/access-point';
import { FileStorageClass } from '../../constructs/file-storage-class';
import { FileSystem } from '../../constructs/file-system';
import { MountTargets } from '../../constructs/mount-targets';
import { PlatformChart } from '../../constructs/platform-chart';
import type { Environment } from '../../environments';
import type { Ec2 } from '../network/ec2';

/**
 * Files that Pods and functions of every availability zone share. The DR region gets them by the backup plan's copies: EFS's own
 * replication with a key of ours is one that the controller would delete and make again for ever, because it does not
 * read the key back (efs-controller v1.4.1, setReplicationConfiguration).
 */
export class Efs extends PlatformChart {
  readonly fileSystem = new FileSystem(this, 'platform', this.environment.storage.efs);

  /** Jenkins' home, of the user and group of its image. */
  readonly jenkins = new AccessPoint(this, 'jenkins', {
    fileSystem: this.fileSystem,
    path: '/jenkins',
    uid: 1_000,
    gid: 1_000,
  });

  /** For Pods of several zones. */
  readonly storageClass = new FileStorageClass(this, 'efs', { fileSystem: this.fileSystem });

  constructor(scope: Construct, id: string, environment: Environment, { ec2 }: { readonly ec2: Ec2 }) {
    super(scope, id, environment);
    const { network, outputs } = environment;
    new MountTargets(this, 'platform-in', {
      fileSystem: this.fileSystem,
      subnetIds: Object.fromEntries(
        network.availabilityZones.map((zone, index) => [zone, outputs.privateSubnetIds[index]]),
      ),
      securityGroup: ec2.efs,
    });
  }
}
