import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as ec2 from '../../imports/ec2.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { TransitGateway } from './transit-gateway';
import type { TransitGatewayAttachment } from './transit-gateway-attachment';

export interface VpcAttachmentProps {
  readonly gateway: TransitGateway;
  readonly vpcId: string;
  /** One per availability zone that is to be reached. */
  readonly subnetIds: readonly string[];
}

/** Attaches a VPC to the gateway of its region. */
export class VpcAttachment extends AwsObject implements TransitGatewayAttachment {
  readonly name: string;
  readonly attachmentId: string;
  readonly gateway: TransitGateway;
  readonly gateways: readonly TransitGateway[];
  readonly propagates = true;

  constructor(scope: Construct, id: string, { gateway, vpcId, subnetIds }: VpcAttachmentProps) {
    super(scope, id);
    this.name = id;
    this.gateway = gateway;
    this.gateways = [gateway];
    if (subnetIds.length === 0) this.fail('subnetIds is empty, one subnet per availability zone is needed');
    const resource = new ec2.TransitGatewayVpcAttachment(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: gateway.region,
          transitGatewayId: gateway.id,
          vpcId,
          subnetIds: [...subnetIds],
          dnsSupport: 'enable',
          ipv6Support: 'disable',
          transitGatewayDefaultRouteTableAssociation: false,
          transitGatewayDefaultRouteTablePropagation: false,
          tags: this.namedTags,
        },
      },
    });
    this.attachmentId = late(resource, 'status.atProvider.id');
  }
}
