import type { Environment } from '../../../environments';
import type { PolicyStatement } from '../statement';
import { arnsIn } from './place';

/** A policy of AWS's own that roles in dist may have: it reaches nobody's data, and the boundary allows no more of it than this. */
export interface AttachablePolicy {
  readonly statements: (environment: Environment) => PolicyStatement[];
}

const PULL = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:BatchImportUpstreamImage',
  'ecr:GetAuthorizationToken',
  'ecr:GetDownloadUrlForLayer',
];

/**
 * By name; their text: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html. Images are pulled from
 * AWS's own registries, too, which are in other accounts.
 */
export const attachablePolicies: Readonly<Record<string, AttachablePolicy>> = {
  // without reading what others log, which the policy allows and API Gateway does not do
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
  AmazonEC2ContainerRegistryPullOnly: { statements: () => [allow('NodesPull', ['*'], PULL)] },
  AmazonEKSFargatePodExecutionRolePolicy: { statements: () => [allow('FargatePulls', ['*'], PULL)] },
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
  AmazonRDSEnhancedMonitoringRole: {
    statements: (environment) => [
      allow(
        'DatabaseMetrics',
        [arnsIn(environment).anyRegion('logs')('log-group:RDS*')],
        [
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:DescribeLogStreams',
          'logs:GetLogEvents',
          'logs:PutLogEvents',
          'logs:PutRetentionPolicy',
        ],
      ),
    ],
  },
};

function allow(sid: string, resources: readonly string[], actions: readonly string[]): PolicyStatement {
  return { Sid: sid, Effect: 'Allow', Action: actions, Resource: resources };
}
