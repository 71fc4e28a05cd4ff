import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import { every } from './readers';

const EC2 = 'ec2.aws.m.upbound.io';
const ELB = 'elbv2.services.k8s.aws';
const INGRESS = 'networking.k8s.io/Ingress';
const INGRESS_PARAMS = 'elbv2.k8s.aws/IngressClassParams';
const spec = (path: string) => `spec.forProvider.${path}`;
const regions = (evidence: Evidence, kind: string) =>
  new Set(evidence.all(`${EC2}/${kind}`).map((object) => at(object, spec('region'))));

/** What the document asks of the transit gateway and of load balancing. */
export const network: readonly DocumentValue[] = [
  {
    path: 'Transit Gateway: Multi-VPC Connectivity',
    value: 2,
    read: (evidence) =>
      new Set(evidence.all(`${EC2}/TransitGatewayVPCAttachment`).map((one) => at(one, spec('vpcId')))).size,
  },
  {
    path: 'Transit Gateway: On-Premises Integration: VPN support',
    value: true,
    read: (evidence) => evidence.all(`${EC2}/VPNConnection`).length > 0,
    deviation: {
      chosen: false,
      because:
        'a VPN connection costs by the hour and needs a device at the other end; edge.vpn.enabled makes it, with its route table',
      source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html',
    },
  },
  {
    path: 'Transit Gateway: On-Premises Integration: Direct Connect support',
    value: true,
    read: (evidence) => evidence.all('directconnect.aws.m.upbound.io/GatewayAssociation').length > 0,
    deviation: {
      chosen: false,
      because:
        'the line is ordered by a person from AWS or a partner; edge.directConnect.enabled makes the gateway and its association',
      source: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/prefix-example.html',
    },
  },
  {
    path: 'Transit Gateway: Route Tables',
    value: true,
    read: (evidence) =>
      every(
        evidence.all(`${EC2}/TransitGateway`),
        (gateway) => at(gateway, spec('defaultRouteTableAssociation')) === 'disable',
      ) && evidence.all(`${EC2}/TransitGatewayRouteTable`).length > 0,
  },
  {
    path: 'Transit Gateway: Cross-Region Peering',
    value: true,
    read: (evidence) =>
      regions(evidence, 'TransitGateway').size === 2 &&
      evidence.all(`${EC2}/TransitGatewayPeeringAttachmentAccepter`).length > 0 &&
      regions(evidence, 'TransitGatewayRoute').size === 2 &&
      regions(evidence, 'Route').size === 2,
  },
  {
    path: 'ALB: Target Groups',
    value: true,
    read: (evidence) => evidence.all(`${ELB}/TargetGroup`).length > 0,
  },
  {
    path: 'ALB: SSL/TLS Termination',
    value: true,
    read: (evidence) =>
      every(
        evidence.all(`${ELB}/Listener`),
        (listener) =>
          at(listener, 'spec.protocol') === 'HTTPS' &&
          at(listener, 'spec.certificates[0].certificateARN') !== undefined,
      ) &&
      every(
        evidence.all(INGRESS_PARAMS),
        (one) =>
          at(one, 'spec.certificateArn[0]') !== undefined &&
          at(one, 'spec.sslPolicy') !== undefined &&
          at(one, 'spec.sslRedirectPort') === '443',
      ),
  },
  {
    path: 'ALB: WAF Integration',
    value: true,
    read: (evidence) =>
      every(
        evidence.all(INGRESS_PARAMS).filter((one) => at(one, 'spec.scheme') === 'internet-facing'),
        (one) => at(one, 'spec.wafv2AclArn') !== undefined,
      ),
  },
  {
    path: 'ALB: Health Checks',
    value: true,
    read: (evidence) =>
      every(evidence.all(`${ELB}/TargetGroup`), (group) => at(group, 'spec.healthCheckPath') !== undefined) &&
      every(
        evidence.all(INGRESS),
        ({ metadata }) => metadata.annotations?.['alb.ingress.kubernetes.io/healthcheck-path'] !== undefined,
      ),
  },
];
