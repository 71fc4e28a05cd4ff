import type { Construct } from 'constructs';
import * as efs from '../../imports/efs.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { SecurityGroup } from '../ec2/security-group';
import type { FileSystem } from './file-system';

export interface MountTargetsProps {
  readonly fileSystem: FileSystem;
  /** A subnet by availability zone: AWS allows one mount target in each, in one VPC. */
  readonly subnetIds: Readonly<Record<string, string | undefined>>;
  readonly securityGroup: SecurityGroup;
}

/**
 * Where clients of each availability zone reach a file system, without leaving it. Bounds:
 * https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html
 */
export class MountTargets extends AwsObject {
  constructor(scope: Construct, id: string, { fileSystem, subnetIds, securityGroup }: MountTargetsProps) {
    super(scope, id);
    const { region } = this.landing;
    const zones = Object.entries(subnetIds);
    if (zones.length < 2) this.fail(`${zones.length} availability zones, at least two are needed`);
    const seen = new Map<string, string>();
    for (const [zone, subnetId] of zones) {
      this.requireMatch('availability zone', zone, new RegExp(`^${region}[a-z]$`), `those of ${region}`);
      if (subnetId === undefined) this.fail(`${zone} has no subnet, one is needed`);
      const twin = seen.get(subnetId);
      if (twin)
        this.fail(`${zone} has the subnet of ${twin}, only one mount target in an availability zone is allowed`);
      seen.set(subnetId, zone);
      new efs.MountTarget(this, zone, {
        metadata: { ...this.ackMetadata(), name: `${id}-${zone}` },
        spec: { fileSystemId: fileSystem.id, subnetId, securityGroups: [securityGroup.id] },
      });
    }
  }
}
