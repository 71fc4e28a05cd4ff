import { nodeTypeProblem } from '@aws-platform/engine/aws';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as dax from '../../imports/dax.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { onlyThrough } from '../core/policy-document';
import { KEPT_POLICIES } from '../core/removal';
import type { SecurityGroup } from '../ec2/security-group';
import { cacheId } from '../elasticache/cache-id';
import { requireWindow } from '../elasticache/cache-window';
import { Role } from '../iam/role';
import type { Topic } from '../sns/topic';
import { DaxParameterGroup } from './parameter-group';
import { DaxSubnetGroup } from './subnet-group';

/** Bounds: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateCluster.html */
export interface DaxClusterProps {
  /** What it is for, shown by AWS. */
  readonly description: string;
  /** AWS cannot change it later. */
  readonly nodeType: string;
  /**
   * 1 to 11, the one that writes included; AWS spreads them over the availability zones of the subnets, and wants three
   * where a zone may fail.
   */
  readonly nodes: number;
  /** Tables that clients reach through it, and no others. */
  readonly tableArns: readonly string[];
  /** Each in its own availability zone. */
  readonly subnetIds: readonly string[];
  readonly securityGroup: SecurityGroup;
  /** How long an item is taken from memory. @default Duration.minutes(5) */
  readonly itemTtl?: Duration;
  /**
   * How long the result of a query or a scan is taken from memory, whatever is written meanwhile.
   * @default Duration.minutes(5)
   */
  readonly queryTtl?: Duration;
  /** `sun:06:00-sun:07:00` in UTC, 60 minutes or more. */
  readonly maintenanceWindow: string;
  /**
   * Told of failures and maintenance. Not an encrypted one: AWS would not publish, and the provider would set it again
   * and again.
   */
  readonly notificationTopic: Topic;
}

/**
 * DynamoDB Accelerator: keeps items and results of queries in memory, in front of tables. Encrypted, and over TLS only,
 * which AWS cannot switch on later. Whoever may use it has its role's access to the tables, whatever his own is.
 */
export class DaxCluster extends AwsObject {
  constructor(scope: Construct, id: string, props: DaxClusterProps) {
    super(scope, id);
    const { description, nodeType, nodes, tableArns, subnetIds, securityGroup, notificationTopic } = props;
    const { itemTtl = Duration.minutes(5), queryTtl = Duration.minutes(5), maintenanceWindow } = props;
    const { pattern, allowed } = cacheId(20);
    this.requireMatch('cluster name', this.awsName, pattern, allowed);
    const problem = nodeTypeProblem('dax', nodeType);
    if (problem) this.fail(`nodeType '${nodeType}' is not offered, ${problem}`);
    this.requireRange('nodes', nodes, 1, 11);
    if (nodes > 1 && subnetIds.length < 2)
      this.fail(`${nodes} nodes want subnets in two availability zones, subnetIds has ${subnetIds.length}`);
    if (tableArns.length === 0) this.fail('tableArns is empty, at least one table is needed');
    requireWindow('weekly', 'maintenanceWindow', maintenanceWindow, (message) => this.fail(message));
    if (notificationTopic.isEncrypted)
      this.fail(`notificationTopic '${notificationTopic.node.id}' is encrypted: DAX cannot publish to it`);
    notificationTopic.allowCaches();

    const parameterGroup = new DaxParameterGroup(this, `${id}-parameters`, { itemTtl, queryTtl });
    const subnetGroup = new DaxSubnetGroup(this, `${id}-subnets`, { subnetIds });
    const role = this.role(tableArns);
    new dax.Cluster(this, 'Resource', {
      metadata: this.statefulCrossplaneMetadata(),
      spec: {
        managementPolicies: KEPT_POLICIES as dax.ClusterSpecManagementPolicies[],
        forProvider: {
          region: this.landing.region,
          description,
          nodeType,
          // without zones AWS spreads the nodes; with them the provider could neither take over a cluster that is there
          // nor add to it
          replicationFactor: nodes,
          iamRoleArn: role.arn,
          clusterEndpointEncryptionType: 'TLS',
          serverSideEncryption: { enabled: true },
          // late, so that the cluster waits for them: its kind has no references to them
          parameterGroupName: parameterGroup.id,
          subnetGroupName: subnetGroup.id,
          securityGroupIds: [securityGroup.id],
          maintenanceWindow,
          notificationTopicArn: notificationTopic.arn,
          tags: this.statefulTags,
        },
      },
    });
  }

  /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.access-control.html */
  private role(tableArns: readonly string[]): Role {
    const { region, keys } = this.landing;
    return new Role(this, `${this.node.id}-dax`, {
      description: `Lets the DAX cluster ${this.awsName} read and write its tables`,
      assumedBy: { service: 'dax.amazonaws.com' },
      policies: {
        tables: [
          {
            sid: 'Items',
            actions: [
              'dynamodb:BatchGetItem',
              'dynamodb:BatchWriteItem',
              'dynamodb:ConditionCheckItem',
              'dynamodb:DeleteItem',
              'dynamodb:DescribeTable',
              'dynamodb:GetItem',
              'dynamodb:PutItem',
              'dynamodb:Query',
              'dynamodb:Scan',
              'dynamodb:UpdateItem',
            ],
            resources: tableArns,
          },
          {
            sid: 'DecryptTables',
            actions: ['kms:Decrypt'],
            resources: [keys.data],
            conditions: onlyThrough('dynamodb', region),
          },
        ],
      },
    });
  }
}
