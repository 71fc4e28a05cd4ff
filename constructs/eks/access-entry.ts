import type { Construct } from 'constructs';
import * as eks from '../../imports/eks.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { NodeRole } from './node-role';

/**
 * Lets Linux instances with a role join the cluster. EKS does it by itself for managed node groups and Fargate
 * profiles, and fixes groups and user name of this type itself
 * (https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html).
 */
export class NodeAccess extends AwsObject {
  constructor(scope: Construct, id: string, role: NodeRole) {
    super(scope, id);
    new eks.AccessEntry(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        clusterName: this.need('cluster').name,
        principalArn: role.arn,
        type: 'EC2_LINUX',
        tags: this.tags,
      },
    });
  }
}
