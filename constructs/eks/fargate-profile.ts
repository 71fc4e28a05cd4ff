import { formatArn } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import * as eks from '../../imports/eks.services.k8s.aws';
import type { LogGroup } from '../cloudwatchlogs/log-group';
import { AwsObject } from '../core/aws-object';
import { Role } from '../iam/role';
import type { Namespace } from '../kubernetes/namespace';

/** Bounds: https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateFargateProfile.html */
export interface FargateProfileProps {
  /**
   * Whose Pods run on Fargate, 1 to 5. AWS never changes a profile: other namespaces need a profile of another name.
   */
  readonly namespaces: readonly Namespace[];
  /** Where Fargate's log router puts what they write. */
  readonly logGroup: LogGroup;
}

/**
 * Runs the Pods of namespaces on Fargate, in the private subnets, with a role that pulls their images. There are no
 * DaemonSets and no instance metadata there, and Pods get AWS credentials by IAM roles for service accounts only
 * (https://docs.aws.amazon.com/eks/latest/userguide/fargate.html).
 */
export class FargateProfile extends AwsObject {
  constructor(scope: Construct, id: string, { namespaces, logGroup }: FargateProfileProps) {
    super(scope, id);
    // Pods carry it as the label eks.amazonaws.com/fargate-profile
    this.requireMatch(
      'Fargate profile name',
      this.awsName,
      /^(?!eks-)[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/,
      'at most 63 letters, digits, hyphens and underscores, a letter or digit at both ends, and not eks- first, which AWS keeps for itself',
    );
    this.requireRange('namespaces', namespaces.length, 1, 5);
    const { account, region } = this.landing;
    const { name: clusterName } = this.need('cluster');
    const profiles = formatArn({
      partition: this.partition,
      service: 'eks',
      region,
      account,
      resource: `fargateprofile/${clusterName}/*`,
    });

    // https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html
    const podExecutionRole = new Role(this, `${id}-pod-execution`, {
      description: `Lets Fargate start the Pods of the profile ${this.awsName}`,
      assumedBy: {
        service: 'eks-fargate-pods.amazonaws.com',
        conditions: { ArnLike: { 'aws:SourceArn': profiles } },
      },
      managedPolicies: ['AmazonEKSFargatePodExecutionRolePolicy'],
      policies: {
        'write-logs': [
          {
            sid: 'WriteLogs',
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [`${logGroup.arn}:*`],
          },
        ],
      },
    });
    new eks.FargateProfile(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        clusterName,
        podExecutionRoleArn: podExecutionRole.arn,
        subnets: [...this.need('vpc').privateSubnetIds],
        selectors: namespaces.map(({ node }) => ({ namespace: node.id })),
        tags: this.tags,
      },
    });
  }
}
