import type { Construct } from 'constructs';
import { Role } from '../iam/role';

/**
 * The role of EC2 instances that are nodes: to find their cluster, hand out Pod identities and pull images. The VPC CNI
 * has a role of its own, as AWS recommends (https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html).
 */
export class NodeRole extends Role {
  constructor(scope: Construct, id: string, description: string) {
    super(scope, id, {
      description,
      assumedBy: { service: 'ec2.amazonaws.com' },
      managedPolicies: ['AmazonEC2ContainerRegistryPullOnly', 'AmazonEKSWorkerNodePolicy'],
    });
  }
}
