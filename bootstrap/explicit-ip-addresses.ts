import type { AllocateCidrRequest, IIpAddresses, SubnetIpamOptions, VpcIpamOptions } from 'aws-cdk-lib/aws-ec2';

/**
 * Subnets as they are written down, by subnet group, one for each availability zone: the CDK itself only divides
 * evenly.
 */
export class ExplicitIpAddresses implements IIpAddresses {
  constructor(
    private readonly cidr: string,
    private readonly subnets: Readonly<Record<string, readonly string[]>>,
  ) {}

  allocateVpcCidr(): VpcIpamOptions {
    return { cidrBlock: this.cidr };
  }

  allocateSubnetsCidr({ requestedSubnets }: AllocateCidrRequest): SubnetIpamOptions {
    const next = new Map<string, number>();
    const allocatedSubnets = requestedSubnets.map(({ configuration: { name } }) => {
      const index = next.get(name) ?? 0;
      next.set(name, index + 1);
      const cidr = this.subnets[name]?.[index];
      if (!cidr) throw new Error(`no CIDR is written for subnet ${index + 1} of the group ${name}`);
      return { cidr };
    });
    return { allocatedSubnets };
  }
}
