import type { PlatformChart } from '../../../charts/platform-chart';
import { SecurityGroup, type SecurityGroupRule } from '../../../constructs/ec2/security-group';
import { TransitGateway } from '../../../constructs/ec2/transit-gateway';
import { VpcAttachment } from '../../../constructs/ec2/transit-gateway-vpc-attachment';

export const PODS = ['10.0.11.0/24', '10.0.12.0/24'];

/** A group with one rule, by default for HTTPS from the subnets of Pods. */
export function group(scope: PlatformChart, rule: Partial<SecurityGroupRule>, id = 'g'): SecurityGroup {
  const all: SecurityGroupRule = { peer: { cidrs: PODS }, port: 443, description: 'Pods', ...rule };
  return new SecurityGroup(scope, id, { description: 'For tests', ingress: { one: all } });
}

/** A transit gateway. */
export const hub = (scope: PlatformChart, id: string, region = 'us-east-1') =>
  new TransitGateway(scope, id, { description: '', region, asn: 64_512 });

/** A VPC on a transit gateway. */
export const attachment = (scope: PlatformChart, gateway: TransitGateway) =>
  new VpcAttachment(scope, `vpc-of-${gateway.node.id}`, { gateway, vpcId: 'vpc-1', subnetIds: ['subnet-1'] });
