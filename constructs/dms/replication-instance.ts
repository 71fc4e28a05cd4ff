import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import { ReplicationInstance as Instance, ReplicationSubnetGroup } from '../../imports/dms.aws.m.upbound.io';
import { LogGroup } from '../cloudwatchlogs/log-group';
import { AwsObject } from '../core/aws-object';
import type { SecurityGroup } from '../ec2/security-group';
import { ALLOWED_IDENTIFIER, DMS_IDENTIFIER } from './identifier';

/** Bounds: https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html */
export interface DmsReplicationInstanceProps {
  /** At most 255 characters. */
  readonly description: string;
  /** `dms.c6i.large`, of a family and a size that DMS has. */
  readonly instanceClass: string;
  /**
   * 5 to 6,144. It holds the logs and the changes that wait while tables are copied; it can be made more, never less.
   */
  readonly storageGib: number;
  /** A standby in another availability zone takes over by itself. @default false */
  readonly multiAz?: boolean;
  /** At least two, in different availability zones. */
  readonly subnetIds: readonly string[];
  readonly securityGroup: SecurityGroup;
  /** Days that CloudWatch keeps what its tasks log. */
  readonly logRetentionDays: number;
  /**
   * Instances may be made with it until 2027-04-30:
   * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReleaseNotes.html
   * @default '3.6.1'
   */
  readonly engineVersion?: string;
}

/** https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.Types.html */
const SIZES: Readonly<Record<string, readonly string[]>> = {
  t3: ['micro', 'small', 'medium', 'large'],
  c5: ['large', 'xlarge', '2xlarge', '4xlarge', '9xlarge', '12xlarge', '18xlarge', '24xlarge'],
  c6i: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge', '24xlarge', '32xlarge'],
  c7i: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge', '24xlarge', '48xlarge'],
  r5: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge', '24xlarge'],
  r6i: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge', '24xlarge', '32xlarge'],
  r7i: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge', '24xlarge', '48xlarge'],
};

/**
 * What runs replication tasks: encrypted with the key of data, in subnets that the internet does not reach. AWS wants
 * the account's role dms-vpc-role first, and refuses the subnet group until it is there.
 */
export class DmsReplicationInstance extends AwsObject {
  /** Late. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DmsReplicationInstanceProps) {
    super(scope, id);
    const {
      description,
      instanceClass,
      storageGib,
      multiAz = false,
      subnetIds,
      securityGroup,
      logRetentionDays,
      engineVersion = '3.6.1',
    } = props;
    this.requireMatch('instance identifier', this.awsName, DMS_IDENTIFIER, ALLOWED_IDENTIFIER);
    this.requireLength('instance identifier', this.awsName, 63);
    this.requireLength('description', description, 255);
    this.requireClass(instanceClass);
    this.requireRange('storageGib', storageGib, 5, 6_144, ' GiB');
    this.requireMatch('engineVersion', engineVersion, /^\d+\.\d+\.\d+$/, 'a version such as 3.6.1');
    if (new Set(subnetIds).size < 2)
      this.fail(
        `subnetIds has ${new Set(subnetIds).size} subnets, at least 2 in different availability zones are needed`,
      );

    // the name that DMS gives it; made here, so that it has a key and an end
    new LogGroup(this, id, { awsPrefix: 'dms-tasks-', retentionDays: logRetentionDays });
    const metadata = this.crossplaneMetadata();
    const { region, keys } = this.landing;
    const subnetGroup = new ReplicationSubnetGroup(this, 'SubnetGroup', {
      metadata,
      spec: {
        forProvider: {
          region,
          replicationSubnetGroupDescription: description,
          subnetIds: [...subnetIds],
          tags: this.tags,
        },
      },
    });
    const instance = new Instance(this, 'Resource', {
      metadata,
      spec: {
        forProvider: {
          region,
          replicationInstanceClass: instanceClass,
          allocatedStorage: storageGib,
          multiAz,
          engineVersion,
          // git says which version runs
          autoMinorVersionUpgrade: false,
          // else AWS waits for its maintenance window, and the provider asks until then
          applyImmediately: true,
          publiclyAccessible: false,
          kmsKeyArn: keys.data,
          replicationSubnetGroupId: late(subnetGroup, 'status.atProvider.id'),
          vpcSecurityGroupIds: [securityGroup.id],
          tags: this.tags,
        },
      },
    });
    this.arn = late(instance, 'status.atProvider.replicationInstanceArn');
  }

  private requireClass(instanceClass: string): void {
    const [, family = '', size = ''] = /^dms\.([a-z0-9]+)\.([a-z0-9]+)$/.exec(instanceClass) ?? [];
    const sizes = SIZES[family];
    if (!sizes)
      this.fail(
        `instanceClass '${instanceClass}' is not allowed, DMS has dms.<family>.<size> of ${Object.keys(SIZES).join(', ')}`,
      );
    if (!sizes.includes(size))
      this.fail(`instanceClass '${instanceClass}' is not allowed, dms.${family} has ${sizes.join(', ')}`);
  }
}
