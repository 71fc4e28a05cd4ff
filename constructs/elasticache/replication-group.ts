import { nodeTypeProblem, windowsOverlap } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import * as elasticache from '../../imports/elasticache.services.k8s.aws';
import { LogGroup } from '../cloudwatchlogs/log-group';
import { AwsObject } from '../core/aws-object';
import type { StatefulProps } from '../core/removal';
import { tagList } from '../core/tags';
import type { SecurityGroup } from '../ec2/security-group';
import type { Topic } from '../sns/topic';
import { cacheId } from './cache-id';
import type { CacheParameterGroup, RedisFamily } from './cache-parameter-group';
import type { CacheSubnetGroup } from './cache-subnet-group';
import { requireWindow } from './cache-window';
import type { CacheUserGroup } from './user-group';

/** Bounds: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html */
export interface ReplicationGroupProps extends StatefulProps {
  /** What it is for, shown by AWS. */
  readonly description: string;
  /** AWS replaces the nodes, one after another, where it changes. */
  readonly nodeType: string;
  /** AWS upgrades where it grows, and cannot go back. @default '7.1', the last version of Redis that ElastiCache has */
  readonly engineVersion?: RedisVersion;
  /**
   * 1 to 500. Where it changes, the controller has AWS move the keys while they are in use: into new shards, or out of
   * the last ones. Where the others lack the memory AWS goes back, and the controller stops until the number changes
   * again.
   */
  readonly shards: number;
  /** Besides the primary, 0 to 5. */
  readonly replicasPerShard: number;
  /** Nodes of all shards that the account may have in one cluster, up to 500 on request. @default 90, AWS's */
  readonly nodeQuota?: number;
  /**
   * Whether the nodes of a shard are in different availability zones; wants a replica.
   * @default true where there is one
   */
  readonly multiAz?: boolean;
  /** For how many days a daily snapshot is kept, 0 (none is taken) to 35. */
  readonly snapshotRetentionDays: number;
  /** `03:00-04:00` in UTC, 60 minutes or more, away from the maintenance window. */
  readonly snapshotWindow: string;
  /** `sun:05:00-sun:06:00` in UTC, 60 minutes or more. */
  readonly maintenanceWindow: string;
  /** Of the slow log and the engine's log. */
  readonly logRetentionDays: number;
  readonly parameterGroup: CacheParameterGroup;
  readonly subnetGroup: CacheSubnetGroup;
  readonly securityGroup: SecurityGroup;
  /** At creation only: the controller does not exchange it later. What changes is the group's users. */
  readonly userGroup: CacheUserGroup;
  /** Told of failovers, failures and maintenance. Not an encrypted one: ElastiCache could not publish to it. */
  readonly notificationTopic: Topic;
}

/**
 * With users, both logs and every node type of the table; 6.0 has no engine's log. What comes after is Valkey:
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html
 */
export type RedisVersion = '6.2' | '7.0' | '7.1';

const FAMILIES: Readonly<Record<RedisVersion, RedisFamily>> = { '6.2': 'redis6.x', '7.0': 'redis7', '7.1': 'redis7' };

const PORT = 6379;
const MOST_NODES = 500;
const LONGEST_RETENTION = 35;

/**
 * ElastiCache for Redis in cluster mode: encrypted with the data key and over TLS only, entered with a user's password,
 * its shards' primaries replaced by a replica when they fail. It has users and no auth token: AWS takes one or the
 * other (https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html).
 */
export class ReplicationGroup extends AwsObject {
  constructor(scope: Construct, id: string, props: ReplicationGroupProps) {
    super(scope, id);
    const { engineVersion = '7.1', multiAz = props.replicasPerShard > 0 } = props;
    this.checkNodes(props);
    this.checkZones(props, multiAz);
    this.checkWindows(props);
    this.checkParameters(props.parameterGroup, engineVersion);
    if (props.notificationTopic.isEncrypted)
      this.fail(
        `notificationTopic '${props.notificationTopic.node.id}' is encrypted: ElastiCache cannot publish to it`,
      );
    props.notificationTopic.allowCaches();

    new elasticache.ReplicationGroup(this, 'Resource', {
      metadata: this.statefulAckMetadata(props),
      spec: {
        replicationGroupId: this.awsName,
        description: props.description,
        engine: 'redis',
        engineVersion,
        cacheNodeType: props.nodeType,
        numNodeGroups: props.shards,
        replicasPerNodeGroup: props.replicasPerShard,
        // cluster mode cannot be without it, not even without a replica
        automaticFailoverEnabled: true,
        multiAzEnabled: multiAz,
        atRestEncryptionEnabled: true,
        kmsKeyId: this.landing.keys.data,
        // a new group's mode is `required` where nobody asks for `preferred`; the kind has no field for it
        transitEncryptionEnabled: true,
        port: PORT,
        // AWS's defaults; written out because the controller would see a difference in them for ever
        ipDiscovery: 'ipv4',
        networkType: 'ipv4',
        cacheParameterGroupRef: { from: { name: props.parameterGroup.node.id } },
        cacheSubnetGroupRef: { from: { name: props.subnetGroup.node.id } },
        securityGroupIDs: [props.securityGroup.id],
        userGroupRefs: [{ from: { name: props.userGroup.node.id } }],
        snapshotRetentionLimit: props.snapshotRetentionDays,
        snapshotWindow: props.snapshotWindow,
        preferredMaintenanceWindow: props.maintenanceWindow,
        notificationTopicArn: props.notificationTopic.arn,
        logDeliveryConfigurations: [
          this.logDelivery('engine-log', props.logRetentionDays),
          this.logDelivery('slow-log', props.logRetentionDays),
        ],
        tags: tagList(this.statefulTags),
      },
    });
  }

  private checkNodes({ nodeType, shards, replicasPerShard, nodeQuota = 90 }: ReplicationGroupProps): void {
    const { pattern, allowed } = cacheId(40);
    this.requireMatch('replication group id', this.awsName, pattern, allowed);
    const problem = nodeTypeProblem('cache', nodeType);
    if (problem) this.fail(`nodeType '${nodeType}' is not offered, ${problem}`);
    this.requireRange('shards', shards, 1, MOST_NODES);
    this.requireRange('replicasPerShard', replicasPerShard, 0, 5);
    this.requireRange('nodeQuota', nodeQuota, 1, MOST_NODES, ' nodes');
    const nodes = shards * (1 + replicasPerShard);
    if (nodes > nodeQuota)
      this.fail(
        `${shards} shards with ${replicasPerShard} replicas are ${nodes} nodes, at most ${nodeQuota} are allowed`,
      );
  }

  private checkZones({ replicasPerShard, subnetGroup }: ReplicationGroupProps, multiAz: boolean): void {
    if (!multiAz) return;
    if (replicasPerShard === 0)
      this.fail('multiAz wants a replica in another availability zone, replicasPerShard is 0');
    if (subnetGroup.zones < 2)
      this.fail(`multiAz wants two availability zones, the subnet group '${subnetGroup.node.id}' has one`);
  }

  private checkWindows({ snapshotRetentionDays, snapshotWindow, maintenanceWindow }: ReplicationGroupProps): void {
    this.requireRange('snapshotRetentionDays', snapshotRetentionDays, 0, LONGEST_RETENTION, ' days');
    const fail = (message: string) => this.fail(message);
    const snapshot = requireWindow('daily', 'snapshotWindow', snapshotWindow, fail);
    const maintenance = requireWindow('weekly', 'maintenanceWindow', maintenanceWindow, fail);
    if (windowsOverlap(snapshot, maintenance))
      this.fail(`snapshotWindow ${snapshotWindow} meets maintenanceWindow ${maintenanceWindow}, AWS refuses that`);
  }

  private checkParameters(parameterGroup: CacheParameterGroup, engineVersion: RedisVersion): void {
    const { node, family, isClusterMode } = parameterGroup;
    const needed = FAMILIES[engineVersion];
    if (family !== needed)
      this.fail(`parameterGroup '${node.id}' is for ${family}, the engine ${engineVersion} needs one for ${needed}`);
    if (!isClusterMode)
      this.fail(`parameterGroup '${node.id}' has no cluster-enabled: yes, without which there are no shards`);
  }

  private logDelivery(
    logType: 'engine-log' | 'slow-log',
    retentionDays: number,
  ): elasticache.ReplicationGroupSpecLogDeliveryConfigurations {
    // AWS's prefix for logs that its services deliver: such groups do not count towards the size of the policy that
    // lets them in https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
    const logGroup = new LogGroup(this, `${this.node.id}-${logType}`, {
      awsPrefix: '/aws/vendedlogs/elasticache/',
      retentionDays,
    });
    return {
      logType,
      logFormat: 'json',
      destinationType: 'cloudwatch-logs',
      destinationDetails: { cloudWatchLogsDetails: { logGroup: logGroup.awsName } },
      enabled: true,
    };
  }
}
