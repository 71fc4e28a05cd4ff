import { isNetworkAddress } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as ec2 from '../../imports/ec2.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { TransitGateway } from './transit-gateway';
import type { TransitGatewayAttachment } from './transit-gateway-attachment';

export interface TransitGatewayRouteTableProps {
  readonly gateway: TransitGateway;
  /** Whose traffic it routes. An attachment has one table at each gateway. */
  readonly associations: readonly TransitGatewayAttachment[];
  /** Who tells it their networks. A peering cannot. @default nobody */
  readonly propagations?: readonly TransitGatewayAttachment[];
  /** Ways to networks that nobody tells. @default none */
  readonly routes?: readonly { readonly cidr: string; readonly via: TransitGatewayAttachment }[];
}

/** Says where the traffic of some attachments may go. What it has no route to cannot be reached. */
export class TransitGatewayRouteTable extends AwsObject {
  private readonly gateway: TransitGateway;

  constructor(scope: Construct, id: string, props: TransitGatewayRouteTableProps) {
    super(scope, id);
    const { gateway, associations, propagations = [], routes = [] } = props;
    this.gateway = gateway;
    const { region } = gateway;
    const table = new ec2.TransitGatewayRouteTable(this, 'Resource', {
      metadata: { name: id },
      spec: { forProvider: { region, transitGatewayId: gateway.id, tags: this.namedTags } },
    });
    const transitGatewayRouteTableId = late(table, 'status.atProvider.id');

    for (const attachment of associations) {
      this.requireAttached('association', attachment);
      new ec2.TransitGatewayRouteTableAssociation(this, `association-${attachment.name}`, {
        metadata: { name: `${id}-${attachment.name}` },
        spec: {
          forProvider: { region, transitGatewayAttachmentId: attachment.attachmentId, transitGatewayRouteTableId },
        },
      });
    }
    for (const attachment of propagations) {
      this.requireAttached('propagation', attachment);
      if (!attachment.propagates)
        this.fail(`propagation of '${attachment.name}' is not allowed: a peering has static routes only`);
      new ec2.TransitGatewayRouteTablePropagation(this, `propagation-${attachment.name}`, {
        metadata: { name: `${id}-${attachment.name}` },
        spec: {
          forProvider: { region, transitGatewayAttachmentId: attachment.attachmentId, transitGatewayRouteTableId },
        },
      });
    }
    for (const [index, { cidr, via }] of routes.entries()) {
      this.requireAttached(`route to ${cidr}`, via);
      if (!/^[\d.]+\/\d+$/.test(cidr) || !isNetworkAddress(cidr))
        this.fail(`route to '${cidr}': only a CIDR is allowed`);
      if (routes.findIndex((route) => route.cidr === cidr) !== index)
        this.fail(`two routes to ${cidr}, one is allowed`);
      new ec2.TransitGatewayRoute(this, `route-${index}`, {
        metadata: { name: `${id}-${cidr.replace(/[./]/g, '-')}` },
        spec: {
          forProvider: {
            region,
            destinationCidrBlock: cidr,
            transitGatewayAttachmentId: via.attachmentId,
            transitGatewayRouteTableId,
          },
        },
      });
    }
  }

  private requireAttached(what: string, attachment: TransitGatewayAttachment): void {
    if (!attachment.gateways.includes(this.gateway))
      this.fail(
        `${what}: '${attachment.name}' is not attached to '${this.gateway.node.id}' but to '${attachment.gateways
          .map((gateway) => gateway.node.id)
          .join("' and '")}'`,
      );
  }
}
