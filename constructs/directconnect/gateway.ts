import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as directconnect from '../../imports/directconnect.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { TransitGateway } from '../ec2/transit-gateway';
import type { TransitGatewayAttachment } from '../ec2/transit-gateway-attachment';

/** Bounds: https://docs.aws.amazon.com/directconnect/latest/APIReference/API_CreateDirectConnectGateway.html */
export interface DirectConnectProps {
  readonly gateway: TransitGateway;
  /** Of AWS's side; must differ from the transit gateway's. */
  readonly asn: number;
  /** Networks behind the gateway that the other end is told of. */
  readonly allowedPrefixes: readonly string[];
}

/**
 * A Direct Connect gateway in front of a transit gateway. The line itself, a connection and its transit virtual
 * interface, is ordered by a person and then assigned to this gateway.
 */
export class DirectConnect extends AwsObject implements TransitGatewayAttachment {
  readonly name: string;
  readonly attachmentId: string;
  readonly gateways: readonly TransitGateway[];
  readonly propagates = true;

  constructor(scope: Construct, id: string, { gateway, asn, allowedPrefixes }: DirectConnectProps) {
    super(scope, id);
    this.name = id;
    this.gateways = [gateway];
    // AWS refuses the association otherwise
    if (asn === gateway.asn) this.fail(`asn is ${asn} as that of '${gateway.node.id}', another one is needed`);
    if (allowedPrefixes.length === 0) this.fail('allowedPrefixes is empty, at least one network is needed');

    const directConnect = new directconnect.Gateway(this, 'Resource', {
      metadata: { name: id },
      spec: { forProvider: { name: this.awsName, amazonSideAsn: String(asn) } },
    });
    const association = new directconnect.GatewayAssociation(this, 'Association', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: gateway.region,
          dxGatewayId: late(directConnect, 'status.atProvider.id'),
          associatedGatewayId: gateway.id,
          allowedPrefixes: [...allowedPrefixes],
        },
      },
    });
    this.attachmentId = late(association, 'status.atProvider.transitGatewayAttachmentId');
  }
}
