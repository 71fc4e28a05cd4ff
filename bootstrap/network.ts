import { RemovalPolicy, Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ExplicitIpAddresses } from './explicit-ip-addresses';

export interface NetworkProps {
  readonly name: string;
  readonly cidr: string;
  readonly availabilityZones: readonly string[];
  /** None where nothing has to be reached from the internet: then nothing reaches the internet either. @default [] */
  readonly publicSubnets?: readonly string[];
  readonly privateSubnets: readonly string[];
  readonly databaseSubnets: readonly string[];
  /** @default 0 */
  readonly natGateways?: number;
  /** The cluster whose load balancers and nodes find their subnets here. @default none */
  readonly clusterName?: string;
  /** AWS services that are reached without leaving the VPC, beside S3 and DynamoDB. @default none */
  readonly endpoints?: readonly ec2.InterfaceVpcEndpointAwsService[];
  readonly flowLogs: { readonly key: IKey; readonly retentionDays: number };
}

/** A VPC with the written subnets in each availability zone, its way to AWS's services, and a record of its traffic. */
export class Network extends Construct {
  readonly vpc: ec2.Vpc;

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { name, cidr, publicSubnets = [], privateSubnets, databaseSubnets, natGateways = 0 } = props;
    this.vpc = new ec2.Vpc(this, 'vpc', {
      vpcName: name,
      ipAddresses: new ExplicitIpAddresses(cidr, {
        public: publicSubnets,
        private: privateSubnets,
        database: databaseSubnets,
      }),
      availabilityZones: [...props.availabilityZones],
      natGateways,
      subnetConfiguration: [
        ...(publicSubnets.length > 0
          ? [{ name: 'public', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false }]
          : []),
        {
          name: 'private',
          subnetType: natGateways > 0 ? ec2.SubnetType.PRIVATE_WITH_EGRESS : ec2.SubnetType.PRIVATE_ISOLATED,
        },
        { name: 'database', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      ],
      // the group that AWS makes with every VPC lets its members talk to each other, and has none; emptying it would
      // take a function of the CDK's with permissions of its own
      restrictDefaultSecurityGroup: false,
    });
    shareRouteTable(this.subnets('database'));
    if (natGateways === 0) shareRouteTable(this.subnets('private'));
    this.nameSubnets(name);
    this.tagForCluster(props.clusterName);
    this.reachServices(props);
    this.recordTraffic(name, props);
  }

  /** The subnets of a group, in the order of the availability zones. */
  subnets(group: 'public' | 'private' | 'database'): ec2.ISubnet[] {
    const { publicSubnets, privateSubnets, isolatedSubnets } = this.vpc;
    return [...publicSubnets, ...privateSubnets, ...isolatedSubnets].filter(
      (subnet) => ec2.Subnet.isVpcSubnet(subnet) && subnet.node.id.startsWith(group),
    );
  }

  subnetIds(group: 'public' | 'private' | 'database'): string[] {
    return this.subnets(group).map(({ subnetId }) => subnetId);
  }

  /** The route tables of a group, each once. */
  routeTableIds(group: 'private' | 'database'): string[] {
    return this.subnets(group)
      .filter(hasOwnRouteTable)
      .map(({ routeTable }) => routeTable.routeTableId);
  }

  private nameSubnets(name: string): void {
    for (const group of ['public', 'private', 'database'] as const)
      for (const subnet of this.subnets(group))
        Tags.of(subnet).add('Name', `${name}-${group}-${subnet.availabilityZone}`);
  }

  /**
   * https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html, https://karpenter.sh/docs/concepts/nodeclasses/
   */
  private tagForCluster(clusterName: string | undefined): void {
    if (!clusterName) return;
    for (const subnet of this.subnets('public')) Tags.of(subnet).add('kubernetes.io/role/elb', '1');
    for (const subnet of this.subnets('private')) {
      Tags.of(subnet).add('kubernetes.io/role/internal-elb', '1');
      Tags.of(subnet).add('karpenter.sh/discovery', clusterName);
    }
  }

  private reachServices({ cidr, endpoints = [] }: NetworkProps): void {
    const subnets = [...this.subnets('private'), ...this.subnets('database')].filter(hasOwnRouteTable);
    for (const [id, service] of [
      ['s3', ec2.GatewayVpcEndpointAwsService.S3],
      ['dynamodb', ec2.GatewayVpcEndpointAwsService.DYNAMODB],
    ] as const)
      this.vpc.addGatewayEndpoint(id, { service, subnets: [{ subnets }] });
    if (endpoints.length === 0) return;
    const securityGroup = new ec2.SecurityGroup(this, 'endpoints', {
      vpc: this.vpc,
      description: 'AWS services, from within the VPC',
      allowAllOutbound: false,
    });
    securityGroup.addIngressRule(ec2.Peer.ipv4(cidr), ec2.Port.tcp(443), 'HTTPS from within the VPC');
    for (const service of endpoints)
      this.vpc.addInterfaceEndpoint(service.shortName, {
        service,
        subnets: { subnets: this.subnets('private') },
        securityGroups: [securityGroup],
        open: false,
        privateDnsEnabled: true,
      });
  }

  private recordTraffic(name: string, { flowLogs }: NetworkProps): void {
    const logGroup = new LogGroup(this, 'flow-logs', {
      logGroupName: `/aws/vpc/${name}/flow-logs`,
      encryptionKey: flowLogs.key,
      retention: flowLogs.retentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.vpc.addFlowLog('flow-log', {
      destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup),
      trafficType: ec2.FlowLogTrafficType.ALL,
    });
  }
}

/** Without a NAT gateway of their own zone, subnets need no routes of their own either. */
function shareRouteTable(subnets: readonly ec2.ISubnet[]): void {
  const [first, ...others] = subnets;
  for (const other of others) {
    const association = other.node.findChild('RouteTableAssociation') as ec2.CfnSubnetRouteTableAssociation;
    association.routeTableId = first!.routeTable.routeTableId;
    other.node.tryRemoveChild('RouteTable');
  }
}

function hasOwnRouteTable(subnet: ec2.ISubnet): boolean {
  return subnet.node.tryFindChild('RouteTable') !== undefined;
}
