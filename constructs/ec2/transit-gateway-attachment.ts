import type { TransitGateway } from './transit-gateway';

/** What is attached to a gateway, and can be the way that a route goes. */
export interface TransitGatewayAttachment {
  readonly name: string;
  /** Known once AWS has attached it. */
  readonly attachmentId: string;
  /** A peering has one at each end. */
  readonly gateways: readonly TransitGateway[];
  /**
   * Whether it tells its routes by itself; a peering does not
   * (https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html).
   */
  readonly propagates: boolean;
}
