import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as ec2 from '../../imports/ec2.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { TransitGateway } from './transit-gateway';
import type { TransitGatewayAttachment } from './transit-gateway-attachment';

export interface TransitGatewayPeeringProps {
  /** Who asks. */
  readonly from: TransitGateway;
  /** Who accepts, in another region of the same account. */
  readonly to: TransitGateway;
}

/** Connects two gateways across regions. It has static routes only. */
export class TransitGatewayPeering extends AwsObject implements TransitGatewayAttachment {
  readonly name: string;
  /** The same at both ends. Told by the accepter, because no route may use it before it is accepted. */
  readonly attachmentId: string;
  readonly gateways: readonly TransitGateway[];
  readonly propagates = false;

  constructor(scope: Construct, id: string, { from, to }: TransitGatewayPeeringProps) {
    super(scope, id);
    this.name = id;
    this.gateways = [from, to];
    if (from.region === to.region)
      this.fail(
        `'${from.node.id}' and '${to.node.id}' are both in ${from.region}, only gateways of two regions are allowed`,
      );

    const request = new ec2.TransitGatewayPeeringAttachment(this, 'Request', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: from.region,
          transitGatewayId: from.id,
          peerAccountId: this.landing.account,
          peerRegion: to.region,
          peerTransitGatewayId: to.id,
          tags: this.namedTags,
        },
      },
    });
    const accepter = new ec2.TransitGatewayPeeringAttachmentAccepter(this, 'Accepter', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: to.region,
          transitGatewayAttachmentId: late(request, 'status.atProvider.id'),
          tags: this.namedTags,
        },
      },
    });
    this.attachmentId = late(accepter, 'status.atProvider.id');
  }
}
