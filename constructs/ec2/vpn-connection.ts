import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as ec2 from '../../imports/ec2.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { TransitGateway } from './transit-gateway';
import type { TransitGatewayAttachment } from './transit-gateway-attachment';

export interface VpnProps {
  readonly gateway: TransitGateway;
  /** Public IPv4 address of the device at the other end. */
  readonly deviceAddress: string;
  /** ASN of that device. */
  readonly deviceAsn: number;
}

/** The strongest that AWS offers: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html */
const IKE_VERSIONS = ['ikev2'];
const ENCRYPTION = ['AES256-GCM-16'];
const INTEGRITY = ['SHA2-384', 'SHA2-512'];
const DH_GROUPS = [19, 20, 21];

/**
 * A site-to-site VPN with BGP over two tunnels. AWS makes the tunnels' keys; Crossplane writes them to the Secret
 * `<id>-tunnels`.
 */
export class Vpn extends AwsObject implements TransitGatewayAttachment {
  readonly name: string;
  readonly attachmentId: string;
  readonly gateways: readonly TransitGateway[];
  readonly propagates = true;

  constructor(scope: Construct, id: string, { gateway, deviceAddress, deviceAsn }: VpnProps) {
    super(scope, id);
    this.name = id;
    this.gateways = [gateway];
    const { region } = gateway;
    const type = 'ipsec.1';
    const customerGateway = new ec2.CustomerGateway(this, 'CustomerGateway', {
      metadata: { name: id },
      spec: {
        forProvider: { region, type, ipAddress: deviceAddress, bgpAsn: String(deviceAsn), tags: this.namedTags },
      },
    });
    const connection = new ec2.VpnConnection(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region,
          type,
          customerGatewayId: late(customerGateway, 'status.atProvider.id'),
          transitGatewayId: gateway.id,
          staticRoutesOnly: false,
          tunnel1IkeVersions: IKE_VERSIONS,
          tunnel1Phase1EncryptionAlgorithms: ENCRYPTION,
          tunnel1Phase1IntegrityAlgorithms: INTEGRITY,
          tunnel1Phase1DhGroupNumbers: DH_GROUPS,
          tunnel1Phase2EncryptionAlgorithms: ENCRYPTION,
          tunnel1Phase2IntegrityAlgorithms: INTEGRITY,
          tunnel1Phase2DhGroupNumbers: DH_GROUPS,
          tunnel1DpdTimeoutAction: 'restart',
          tunnel2IkeVersions: IKE_VERSIONS,
          tunnel2Phase1EncryptionAlgorithms: ENCRYPTION,
          tunnel2Phase1IntegrityAlgorithms: INTEGRITY,
          tunnel2Phase1DhGroupNumbers: DH_GROUPS,
          tunnel2Phase2EncryptionAlgorithms: ENCRYPTION,
          tunnel2Phase2IntegrityAlgorithms: INTEGRITY,
          tunnel2Phase2DhGroupNumbers: DH_GROUPS,
          tunnel2DpdTimeoutAction: 'restart',
          tags: this.namedTags,
        },
        writeConnectionSecretToRef: { name: `${id}-tunnels` },
      },
    });
    this.attachmentId = late(connection, 'status.atProvider.transitGatewayAttachmentId');
  }
}
