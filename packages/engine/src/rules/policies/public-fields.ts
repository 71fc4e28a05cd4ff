import type { FieldRules } from './field-rule';

/** What keeps an object from being reached by anybody on the internet. Fields by the CRDs; defaults by AWS's API references. */
export const publicFields: FieldRules = {
  'apigatewayv2.services.k8s.aws/Route': [
    {
      path: 'spec.authorizationType',
      must: { beOneOf: ['JWT', 'AWS_IAM', 'CUSTOM'] },
      // a WebSocket API asks once, at $connect; its other keys have no path
      unless: [{ path: 'spec.routeKey', must: { match: /^(?!\$connect$)[^ ]+$/ } }],
    },
  ],
  'apprunner.aws.m.upbound.io/Service': [
    { path: 'spec.forProvider.networkConfiguration.ingressConfiguration.isPubliclyAccessible', must: { equal: false } },
  ],
  'appsync.aws.m.upbound.io/GraphQLAPI': [
    { path: 'spec.forProvider.authenticationType', must: { notEqual: 'API_KEY' } },
    { path: 'spec.forProvider.additionalAuthenticationProvider[].authenticationType', must: { notEqual: 'API_KEY' } },
  ],
  'cloudfront.services.k8s.aws/Distribution': [{ path: 'spec.distributionConfig.webACLID', must: 'be set' }],
  'codebuild.aws.m.upbound.io/Project': [
    { path: 'spec.forProvider.projectVisibility', must: { notEqual: 'PUBLIC_READ' } },
  ],
  'cognitoidentity.aws.m.upbound.io/Pool': [
    { path: 'spec.forProvider.allowUnauthenticatedIdentities', must: { notEqual: true } },
  ],
  'dms.aws.m.upbound.io/ReplicationInstance': [
    { path: 'spec.forProvider.publiclyAccessible', must: { notEqual: true } },
  ],
  'ec2.services.k8s.aws/SecurityGroup': [
    { path: 'spec.ingressRules[].ipRanges[].cidrIP', must: { notEqual: '0.0.0.0/0' } },
    { path: 'spec.ingressRules[].ipv6Ranges[].cidrIPv6', must: { notEqual: '::/0' } },
  ],
  'eks.services.k8s.aws/Cluster': [{ path: 'spec.resourcesVPCConfig.endpointPublicAccess', must: { equal: false } }],
  'elbv2.k8s.aws/IngressClassParams': [{ path: 'spec.scheme', must: { notEqual: 'internet-facing' } }],
  'elbv2.k8s.aws/TargetGroupBinding': [
    { path: 'spec.networking.ingress[].from[].ipBlock.cidr', must: { notMatch: /^(?:0\.0\.0\.0\/0|::\/0)$/ } },
  ],
  'elbv2.services.k8s.aws/LoadBalancer': [{ path: 'spec.scheme', must: { equal: 'internal' } }],
  'gateway.k8s.aws/LoadBalancerConfiguration': [{ path: 'spec.scheme', must: { notEqual: 'internet-facing' } }],
  'lambda.aws.m.upbound.io/Permission': [{ path: 'spec.forProvider.functionUrlAuthType', must: { notEqual: 'NONE' } }],
  'lambda.services.k8s.aws/Alias': [{ path: 'spec.permissions[].functionURLAuthType', must: { notEqual: 'NONE' } }],
  'lambda.services.k8s.aws/FunctionURLConfig': [{ path: 'spec.authType', must: { notEqual: 'NONE' } }],
  'rds.aws.m.upbound.io/ClusterInstance': [{ path: 'spec.forProvider.publiclyAccessible', must: { notEqual: true } }],
  'rds.services.k8s.aws/DBCluster': [{ path: 'spec.publiclyAccessible', must: { notEqual: true } }],
  'rds.services.k8s.aws/DBInstance': [{ path: 'spec.publiclyAccessible', must: { notEqual: true } }],
  's3.services.k8s.aws/Bucket': [
    { path: 'spec.publicAccessBlock.blockPublicACLs', must: { equal: true } },
    { path: 'spec.publicAccessBlock.blockPublicPolicy', must: { equal: true } },
    { path: 'spec.publicAccessBlock.ignorePublicACLs', must: { equal: true } },
    { path: 'spec.publicAccessBlock.restrictPublicBuckets', must: { equal: true } },
    { path: 'spec.acl', must: { notMatch: /^(?:public-read|public-read-write|authenticated-read)$/ } },
    { path: 'spec.grantRead', must: { notMatch: /groups\/global\/(AllUsers|AuthenticatedUsers)/ } },
    { path: 'spec.grantWrite', must: { notMatch: /groups\/global\/(AllUsers|AuthenticatedUsers)/ } },
    { path: 'spec.grantReadACP', must: { notMatch: /groups\/global\/(AllUsers|AuthenticatedUsers)/ } },
    { path: 'spec.grantWriteACP', must: { notMatch: /groups\/global\/(AllUsers|AuthenticatedUsers)/ } },
    { path: 'spec.grantFullControl', must: { notMatch: /groups\/global\/(AllUsers|AuthenticatedUsers)/ } },
  ],
  's3control.services.k8s.aws/AccessPoint': [
    { path: 'spec.publicAccessBlockConfiguration.blockPublicACLs', must: { equal: true } },
    { path: 'spec.publicAccessBlockConfiguration.blockPublicPolicy', must: { equal: true } },
    { path: 'spec.publicAccessBlockConfiguration.ignorePublicACLs', must: { equal: true } },
    { path: 'spec.publicAccessBlockConfiguration.restrictPublicBuckets', must: { equal: true } },
  ],
};
