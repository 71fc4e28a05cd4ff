import type { Construct } from 'constructs';
import { DirectConnect } from '../../constructs/directconnect/gateway';
import { TransitGateway } from '../../constructs/ec2/transit-gateway';
import type { TransitGatewayAttachment } from '../../constructs/ec2/transit-gateway-attachment';
import { TransitGatewayPeering } from '../../constructs/ec2/transit-gateway-peering-attachment';
import { TransitGatewayRouteTable } from '../../constructs/ec2/transit-gateway-route-table';
import { VpcAttachment } from '../../constructs/ec2/transit-gateway-vpc-attachment';
import { VpcRoutes } from '../../constructs/ec2/vpc-routes';
import { Vpn } from '../../constructs/ec2/vpn-connection';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/**
 * The hub of each region, the peering between them, the ways to the premises, and the VPCs' own routes to all of it.
 * Each kind of attachment has its own route table, so that what is attached later reaches nothing by accident.
 */
export class TransitGateways extends PlatformChart {
  readonly home = new TransitGateway(this, 'hub', {
    description: 'Hub of the home region',
    region: this.environment.region,
    asn: this.environment.edge.transitGateway.asn,
  });

  readonly dr = new TransitGateway(this, 'hub-dr', {
    description: 'Hub of the DR region',
    region: this.environment.drRegion,
    asn: this.environment.edge.transitGateway.drAsn,
  });

  readonly vpc = new VpcAttachment(this, 'vpc', {
    gateway: this.home,
    vpcId: this.environment.outputs.vpcId,
    subnetIds: this.environment.outputs.privateSubnetIds,
  });

  readonly drVpc = new VpcAttachment(this, 'vpc-dr', {
    gateway: this.dr,
    vpcId: this.environment.outputs.dr.vpcId,
    subnetIds: this.environment.outputs.dr.privateSubnetIds,
  });

  readonly peering = new TransitGatewayPeering(this, 'home-to-dr', { from: this.home, to: this.dr });

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    const { network, drNetwork, edge } = environment;
    const premises = this.premises();
    const premisesRoutes = premises.length > 0 ? edge.onPremisesCidrs : [];
    const toDr = { cidr: drNetwork.cidr, via: this.peering };

    new TransitGatewayRouteTable(this, 'vpcs', {
      gateway: this.home,
      associations: [this.vpc],
      propagations: premises,
      routes: [toDr],
    });
    new TransitGatewayRouteTable(this, 'regions', {
      gateway: this.home,
      associations: [this.peering],
      propagations: [this.vpc, ...premises],
    });
    new TransitGatewayRouteTable(this, 'vpcs-dr', {
      gateway: this.dr,
      associations: [this.drVpc],
      routes: [network.cidr, ...premisesRoutes].map((cidr) => ({ cidr, via: this.peering })),
    });
    new TransitGatewayRouteTable(this, 'regions-dr', {
      gateway: this.dr,
      associations: [this.peering],
      propagations: [this.drVpc],
    });
    if (premises.length > 0)
      new TransitGatewayRouteTable(this, 'premises', {
        gateway: this.home,
        associations: premises,
        propagations: [this.vpc],
        routes: [toDr],
      });

    this.vpcRoutes([drNetwork.cidr, ...premisesRoutes]);
    this.drVpcRoutes([network.cidr, ...premisesRoutes]);
  }

  private vpcRoutes(destinations: readonly string[]): void {
    const { network, outputs } = this.environment;
    const common = { attachment: this.vpc, vpcCidr: network.cidr, destinations };
    for (const [index, routeTableId] of outputs.privateRouteTableIds.entries())
      new VpcRoutes(this, `private-${network.availabilityZones[index]}`, { ...common, routeTableId });
    new VpcRoutes(this, 'database', { ...common, routeTableId: outputs.databaseRouteTableId });
  }

  private drVpcRoutes(destinations: readonly string[]): void {
    const { drNetwork, outputs } = this.environment;
    const common = { attachment: this.drVpc, vpcCidr: drNetwork.cidr, destinations };
    new VpcRoutes(this, 'private-dr', { ...common, routeTableId: outputs.dr.privateRouteTableId });
    new VpcRoutes(this, 'database-dr', { ...common, routeTableId: outputs.dr.databaseRouteTableId });
  }

  private premises(): TransitGatewayAttachment[] {
    const { edge, network, drNetwork } = this.environment;
    const { vpn, directConnect } = edge;
    return [
      ...(vpn.enabled ? [new Vpn(this, 'vpn', { gateway: this.home, ...vpn })] : []),
      ...(directConnect.enabled
        ? [
            new DirectConnect(this, 'direct-connect', {
              gateway: this.home,
              asn: directConnect.asn,
              allowedPrefixes: [network.cidr, drNetwork.cidr],
            }),
          ]
        : []),
    ];
  }
}
