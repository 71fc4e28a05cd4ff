import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Environment } from '../environments';
import { acknowledge } from './acknowledgements';
import { KEY_CLASSES, type KeyClass } from './key-policies';
import { type KeyArns, ReplicaKeys } from './keys';
import { Network } from './network';
import { outputNames } from './outputs';
import { PlatformStack } from './stack';

/** What replicas, secondary clusters and copies of backups need in the other region. */
export class Dr extends PlatformStack {
  constructor(scope: Construct, environment: Environment) {
    const { drRegion, drNetwork, namePrefix, cluster } = environment;
    super(scope, 'dr', environment, {
      description: 'VPC and replica keys of the platform in the DR region',
      region: drRegion,
      availabilityZones: drNetwork.availabilityZones,
    });
    acknowledge(this, [
      { id: 'CloudFormation-Validate::W2509', because: 'PrimaryKeySecrets is the ARN of a key, which is no secret' },
    ]);
    const keys = new ReplicaKeys(this, 'keys', environment, this.primaryKeys());
    const network = new Network(this, 'network', {
      name: `${namePrefix}platform-dr`,
      ...drNetwork,
      flowLogs: { key: keys.logs, retentionDays: cluster.flowLogRetentionDays },
    });

    this.tell('VpcId', network.vpc.vpcId);
    this.tell('PrivateSubnetIds', network.subnetIds('private'));
    this.tell('DatabaseSubnetIds', network.subnetIds('database'));
    this.tell('PrivateRouteTableId', network.routeTableIds('private'));
    this.tell('DatabaseRouteTableId', network.routeTableIds('database'));
    for (const keyClass of KEY_CLASSES) this.tell(outputNames.key(keyClass), keys.arns[keyClass]);
  }

  /**
   * The keys of the home region, whose ids only AWS knows. A stack cannot refer to one in another region; the command
   * hands them over, from what the foundation told.
   */
  private primaryKeys(): KeyArns {
    return Object.fromEntries(
      KEY_CLASSES.map((keyClass) => [keyClass, this.primaryKey(keyClass)]),
    ) as unknown as KeyArns;
  }

  private primaryKey(keyClass: KeyClass): string {
    return new CfnParameter(this, outputNames.key(keyClass).replace(/^Key/, 'PrimaryKey'), {
      type: 'String',
      description: `The ARN of the home region's ${keyClass} key`,
      allowedPattern: 'arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/mrk-[0-9a-f]{32}',
      constraintDescription: 'the ARN of a multi-Region key',
    }).valueAsString;
  }
}
