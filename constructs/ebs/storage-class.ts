import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { AwsObject } from '../core/aws-object';
import { clusterScoped } from '../core/cluster-scoped';

/**
 * Kinds of EBS volumes, and what the driver caps without a word:
 * https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
 */
export type BlockVolume =
  | {
      readonly type: 'gp3';
      /** I/O operations per second, 3,000 to 16,000. @default 3000 */
      readonly iops?: number;
      /** MiB per second, 125 to 1,000. @default 125 */
      readonly throughput?: number;
    }
  /** The only type that several nodes may have at once: a claim of `ReadWriteMany` and `volumeMode: Block`. */
  | { readonly type: 'io2' /** I/O operations per second and GiB, 1 to 500. */; readonly iopsPerGib: number }
  /** Of at least 125 GiB; not for databases. */
  | { readonly type: 'st1' };

export interface BlockStorageClassProps {
  readonly volume: BlockVolume;
  /** For claims that name no class; one of a cluster is. @default false */
  readonly isDefault?: boolean;
}

const CLASS_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Disks of single nodes, named by its id: encrypted with the platform's key, made in the zone of the Pod that needs
 * one, able to grow, backed up by AWS Backup, and kept when their claim is deleted.
 */
export class BlockStorageClass extends AwsObject {
  constructor(scope: Construct, id: string, { volume, isDefault = false }: BlockStorageClassProps) {
    super(scope, id);
    this.requireMatch('name', id, CLASS_NAME, 'at most 63 lower-case letters, digits and hyphens');
    const tags = Object.entries(this.statefulTags).sort(([a], [b]) => (a < b ? -1 : 1));
    const object = new ApiObject(this, 'Resource', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: {
        name: id,
        ...(isDefault && { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } }),
      },
      provisioner: 'ebs.csi.aws.com',
      parameters: {
        type: volume.type,
        ...this.performance(volume),
        'csi.storage.k8s.io/fstype': 'ext4',
        encrypted: 'true',
        kmsKeyId: this.landing.keys.storage,
        ...Object.fromEntries(tags.map(([key, value], index) => [`tagSpecification_${index + 1}`, `${key}=${value}`])),
      },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
    clusterScoped(object);
  }

  private performance(volume: BlockVolume): Record<string, string> {
    switch (volume.type) {
      case 'gp3': {
        const { iops = 3_000, throughput = 125 } = volume;
        this.requireRange('iops', iops, 3_000, 16_000);
        this.requireRange('throughput', throughput, 125, 1_000, ' MiB/s');
        // https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
        if (throughput * 4 > iops)
          this.fail(`throughput ${throughput} MiB/s needs ${throughput * 4} iops, there are ${iops}`);
        return { iops: String(iops), throughput: String(throughput) };
      }
      case 'io2':
        this.requireRange('iopsPerGib', volume.iopsPerGib, 1, 500);
        // a volume too small for the least that AWS sells gets that
        return { iopsPerGB: String(volume.iopsPerGib), allowAutoIOPSPerGBIncrease: 'true' };
      case 'st1':
        return {};
    }
  }
}
