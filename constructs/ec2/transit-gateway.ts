import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as ec2 from '../../imports/ec2.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** Bounds: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-getting-started.html */
export interface TransitGatewayProps {
  /** What it connects, at most 255 characters. */
  readonly description: string;
  readonly region: string;
  /** Of AWS's side, 64512 to 65534 or 4200000000 to 4294967294; each gateway that is peered has its own. */
  readonly asn: number;
}

/**
 * A regional hub. It has neither a default route table nor default propagation: an attachment reaches what its route
 * table says and nothing else.
 */
export class TransitGateway extends AwsObject {
  /** Known once AWS has made it. */
  readonly id: string;
  readonly region: string;
  readonly asn: number;

  constructor(scope: Construct, id: string, { description, region, asn }: TransitGatewayProps) {
    super(scope, id);
    this.region = region;
    this.asn = asn;
    this.requireLength('description', description, 255);
    const isPrivate = (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
    if (!isPrivate) this.fail(`asn is ${asn}, 64512 to 65534 or 4200000000 to 4294967294 is allowed`);

    const resource = new ec2.TransitGateway(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region,
          description,
          amazonSideAsn: asn,
          autoAcceptSharedAttachments: 'disable',
          defaultRouteTableAssociation: 'disable',
          defaultRouteTablePropagation: 'disable',
          dnsSupport: 'enable',
          vpnEcmpSupport: 'enable',
          tags: this.namedTags,
        },
      },
    });
    this.id = late(resource, 'status.atProvider.id');
  }
}
