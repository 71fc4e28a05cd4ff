import type { Construct } from 'constructs';
import { AccessPoint } from '../../constructs/efs/access-point';
import { FileSystem } from '../../constructs/efs/file-system';
import { MountTargets } from '../../constructs/efs/mount-targets';
import { FileStorageClass } from '../../constructs/efs/storage-class';
import { PodIdentity } from '../../constructs/eks/pod-identity-association';
import type { Environment } from '../../environments';
import type { Ec2 } from '../network/ec2';
import { PlatformChart } from '../platform-chart';

/**
 * Files that Pods and functions of every availability zone share. The DR region gets them by the backup plan's copies:
 * EFS's own replication with a key of ours is one that the controller would delete and make again for ever, because it
 * does not read the key back (efs-controller v1.4.1, setReplicationConfiguration).
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

  /** With it the nodes mount, for whatever Pod asks: `iam` among the options of a mount is this role. */
  readonly nodes = new PodIdentity(this, 'efs-csi-node', {
    // of the EKS add-on: https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/README.md
    namespace: 'kube-system',
    serviceAccount: 'efs-csi-node-sa',
    description: 'Nodes that mount the platform file system for their Pods',
    policies: {
      mount: [
        {
          sid: 'Mount',
          actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
          resources: [this.fileSystem.arn],
          // through a mount target, which is inside the VPC
          conditions: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
        },
        {
          sid: 'FindMountTargets',
          actions: ['elasticfilesystem:DescribeMountTargets'],
          resources: [this.fileSystem.arn],
        },
      ],
    },
  });

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
