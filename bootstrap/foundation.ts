import { InterfaceVpcEndpointAwsService as Service } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { Environment } from '../environments';
import { KEY_CLASSES } from './key-policies';
import { Keys } from './keys';
import { Limits } from './limits';
import { Network } from './network';
import { outputNames } from './outputs';
import { PlatformStack } from './stack';

/** What Pods and nodes ask of AWS all the time: not through the NAT gateways. */
const ENDPOINTS = [
  Service.ECR,
  Service.ECR_DOCKER,
  Service.STS,
  Service.CLOUDWATCH_LOGS,
  Service.SQS,
  Service.SNS,
  Service.SECRETS_MANAGER,
  Service.KMS,
  Service.EKS_AUTH,
];

/** The VPC of the home region, the keys, and what limits every role. */
export class Foundation extends PlatformStack {
  readonly keys: Keys;
  readonly network: Network;

  constructor(scope: Construct, environment: Environment) {
    const { region, network, namePrefix, cluster, outputs } = environment;
    super(scope, 'foundation', environment, {
      description: 'VPC, keys and limits of the platform',
      region,
      availabilityZones: network.availabilityZones,
    });
    new Limits(this, 'limits', environment);
    this.keys = new Keys(this, 'keys', environment);
    this.network = new Network(this, 'network', {
      name: `${namePrefix}platform`,
      ...network,
      clusterName: outputs.clusterName,
      endpoints: ENDPOINTS,
      flowLogs: { key: this.keys.logs, retentionDays: cluster.flowLogRetentionDays },
    });

    this.tell('VpcId', this.network.vpc.vpcId);
    this.tell('PublicSubnetIds', this.network.subnetIds('public'));
    this.tell('PrivateSubnetIds', this.network.subnetIds('private'));
    this.tell('DatabaseSubnetIds', this.network.subnetIds('database'));
    this.tell('PrivateRouteTableIds', this.network.routeTableIds('private'));
    this.tell('DatabaseRouteTableId', this.network.routeTableIds('database'));
    for (const keyClass of KEY_CLASSES) this.tell(outputNames.key(keyClass), this.keys.arns[keyClass]);
  }
}
