import { contains, isNetworkAddress } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import * as ec2 from '../../imports/ec2.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { VpcAttachment } from './transit-gateway-vpc-attachment';

export interface VpcRoutesProps {
  readonly routeTableId: string;
  /** The VPC of the route table, attached to the gateway that the routes lead to. */
  readonly attachment: VpcAttachment;
  /** Of that VPC. */
  readonly vpcCidr: string;
  /** Networks behind the gateway. */
  readonly destinations: readonly string[];
}

/**
 * Ways out of a VPC's route table through a transit gateway. AWS takes them once the VPC is attached; until then it
 * says that the gateway does not exist, and the provider tries again
 * (https://github.com/aws-ia/terraform-aws-vpc/issues/101). They refer to the gateway and not to the attachment,
 * because a route names the gateway alone.
 */
export class VpcRoutes extends AwsObject {
  constructor(scope: Construct, id: string, { routeTableId, attachment, vpcCidr, destinations }: VpcRoutesProps) {
    super(scope, id);
    const { gateway } = attachment;
    for (const [index, cidr] of destinations.entries()) {
      if (!/^[\d.]+\/\d+$/.test(cidr) || !isNetworkAddress(cidr))
        this.fail(`route to '${cidr}': only a CIDR is allowed`);
      // a route inside the VPC may only lead to a middlebox in it, never to a transit gateway
      if (contains(vpcCidr, cidr))
        this.fail(`route to ${cidr} lies inside the VPC's own ${vpcCidr}, only networks outside it are allowed`);
      if (destinations.indexOf(cidr) !== index) this.fail(`two routes to ${cidr}, one is allowed`);
      new ec2.Route(this, `route-${index}`, {
        metadata: { name: `${id}-${cidr.replace(/[./]/g, '-')}` },
        spec: {
          forProvider: {
            region: gateway.region,
            routeTableId,
            destinationCidrBlock: cidr,
            transitGatewayId: gateway.id,
          },
        },
      });
    }
  }
}
