/** What AWS asks of whoever makes an object of a kind, beside the controller's own calls. */
export interface ExtraPermissions {
  /** Services that take over a role of the platform. */
  readonly passRoleTo?: readonly string[];
  /** Services whose own role AWS makes with the first object in an account. */
  readonly serviceLinkedRoles?: readonly string[];
  /** Actions that AWS checks, as `ec2: DescribeSubnets DescribeVpcs`. */
  readonly actions?: string;
}

const NETWORK = 'ec2: DescribeAvailabilityZones DescribeSecurityGroups DescribeSubnets DescribeVpcs';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html */
const LOG_DELIVERY =
  'logs: CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery';

/**
 * By kind. Sources: the dependent actions of the service authorization reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/), the permissions of AWS's own handlers
 * (`handlers` of the resource's CloudFormation schema, as of 2026-08), and for service-linked roles
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export const extraPermissions: Readonly<Record<string, ExtraPermissions>> = {
  'AWS::ApiGateway::Account': { passRoleTo: ['apigateway.amazonaws.com'] },
  'AWS::Backup::RestoreTestingSelection': { passRoleTo: ['backup.amazonaws.com'] },
  'AWS::GuardDuty::Detector': {
    serviceLinkedRoles: ['guardduty.amazonaws.com', 'malware-protection.guardduty.amazonaws.com'],
  },
  'AWS::KinesisFirehose::DeliveryStream': { passRoleTo: ['firehose.amazonaws.com'] },
  'AWS::Shield::DRTAccess': { passRoleTo: ['drt.shield.amazonaws.com'] },
  'AWS::Shield::Protection': { serviceLinkedRoles: ['shield.amazonaws.com'] },
  'apigatewayv2.services.k8s.aws/Integration': { passRoleTo: ['apigateway.amazonaws.com'] },
  'apigatewayv2.services.k8s.aws/Stage': { actions: LOG_DELIVERY },
  'apigatewayv2.services.k8s.aws/VPCLink': {
    serviceLinkedRoles: ['ops.apigateway.amazonaws.com'],
    actions: `${NETWORK}; ec2: CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces`,
  },
  'applicationautoscaling.services.k8s.aws/ScalableTarget': {
    passRoleTo: ['application-autoscaling.amazonaws.com'],
    serviceLinkedRoles: ['dynamodb.application-autoscaling.amazonaws.com'],
    actions: 'dynamodb: DescribeTable UpdateTable',
  },
  'applicationautoscaling.services.k8s.aws/ScalingPolicy': {
    actions: 'cloudwatch: DeleteAlarms DescribeAlarms PutMetricAlarm; dynamodb: DescribeTable',
  },
  'apprunner.aws.m.upbound.io/Service': {
    passRoleTo: ['apprunner.amazonaws.com', 'build.apprunner.amazonaws.com', 'tasks.apprunner.amazonaws.com'],
    serviceLinkedRoles: ['apprunner.amazonaws.com'],
  },
  'apprunner.aws.m.upbound.io/VPCConnector': {
    serviceLinkedRoles: ['networking.apprunner.amazonaws.com'],
    actions: NETWORK,
  },
  'appsync.aws.m.upbound.io/Datasource': { passRoleTo: ['appsync.amazonaws.com'] },
  'appsync.aws.m.upbound.io/GraphQLAPI': { passRoleTo: ['appsync.amazonaws.com'] },
  'backup.aws.m.upbound.io/Framework': { serviceLinkedRoles: ['reports.backup.amazonaws.com'] },
  'backup.aws.m.upbound.io/ReportPlan': { serviceLinkedRoles: ['reports.backup.amazonaws.com'] },
  'backup.services.k8s.aws/BackupSelection': {
    passRoleTo: ['backup.amazonaws.com'],
    serviceLinkedRoles: ['backup.amazonaws.com'],
    actions: 'iam: GetRole',
  },
  'backup.services.k8s.aws/BackupVault': { actions: 'backup-storage: MountCapsule' },
  'budgets.aws.m.upbound.io/BudgetAction': { passRoleTo: ['budgets.amazonaws.com'] },
  'cloudfront.aws.m.upbound.io/RealtimeLogConfig': { passRoleTo: ['cloudfront.amazonaws.com'] },
  'cloudfront.services.k8s.aws/Distribution': { actions: 'acm: DescribeCertificate; wafv2: GetWebACL' },
  'cloudtrail.aws.m.upbound.io/Trail': { passRoleTo: ['cloudtrail.amazonaws.com'] },
  'cloudwatch.services.k8s.aws/MetricStream': { passRoleTo: ['streams.metrics.cloudwatch.amazonaws.com'] },
  'cloudwatchevents.aws.m.upbound.io/APIDestination': {
    serviceLinkedRoles: ['apidestinations.events.amazonaws.com'],
  },
  'cloudwatchevents.aws.m.upbound.io/Connection': {
    serviceLinkedRoles: ['apidestinations.events.amazonaws.com'],
  },
  'codebuild.aws.m.upbound.io/Project': { passRoleTo: ['codebuild.amazonaws.com'] },
  'cognitoidentity.aws.m.upbound.io/PoolRolesAttachment': { passRoleTo: ['cognito-identity.amazonaws.com'] },
  'cognitoidp.aws.m.upbound.io/UserPool': {
    passRoleTo: ['cognito-idp.amazonaws.com'],
    serviceLinkedRoles: ['email.cognito-idp.amazonaws.com'],
  },
  'configservice.aws.m.upbound.io/ConfigurationRecorder': {
    passRoleTo: ['config.amazonaws.com'],
    serviceLinkedRoles: ['config.amazonaws.com'],
  },
  'dax.aws.m.upbound.io/Cluster': {
    passRoleTo: ['dax.amazonaws.com'],
    serviceLinkedRoles: ['dax.amazonaws.com'],
    actions: 'iam: GetRole',
  },
  'dms.aws.m.upbound.io/Endpoint': { passRoleTo: ['dms.amazonaws.com'] },
  'dynamodb.aws.m.upbound.io/Table': { serviceLinkedRoles: ['replication.dynamodb.amazonaws.com'] },
  'dynamodb.services.k8s.aws/Table': {
    serviceLinkedRoles: ['contributorinsights.dynamodb.amazonaws.com'],
  },
  'ec2.aws.m.upbound.io/TransitGateway': { serviceLinkedRoles: ['transitgateway.amazonaws.com'] },
  'ec2.services.k8s.aws/SecurityGroup': { actions: 'ec2: DescribeVpcs' },
  'ecr.services.k8s.aws/PullThroughCacheRule': {
    serviceLinkedRoles: ['pullthroughcache.ecr.amazonaws.com'],
    actions: 'secretsmanager: GetSecretValue',
  },
  'ecr.services.k8s.aws/RepositoryCreationTemplate': { passRoleTo: ['ecr.amazonaws.com'] },
  'efs.services.k8s.aws/FileSystem': { serviceLinkedRoles: ['elasticfilesystem.amazonaws.com'] },
  'efs.services.k8s.aws/MountTarget': {
    actions: `${NETWORK}; ec2: CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaceAttribute DescribeNetworkInterfaces ModifyNetworkInterfaceAttribute`,
  },
  'eks.services.k8s.aws/FargateProfile': {
    passRoleTo: ['eks.amazonaws.com', 'eks-fargate-pods.amazonaws.com'],
    serviceLinkedRoles: ['eks-fargate.amazonaws.com'],
    actions: 'ec2: DescribeSubnets; iam: GetRole',
  },
  'eks.services.k8s.aws/Nodegroup': {
    passRoleTo: ['eks.amazonaws.com', 'ec2.amazonaws.com'],
    serviceLinkedRoles: ['eks-nodegroup.amazonaws.com', 'spot.amazonaws.com'],
    actions: `${NETWORK}; ec2: CreateTags DescribeLaunchTemplateVersions DescribeLaunchTemplates DescribeRouteTables RunInstances; eks: DescribeUpdate ListUpdates; iam: GetRole ListAttachedRolePolicies`,
  },
  'eks.services.k8s.aws/PodIdentityAssociation': { passRoleTo: ['pods.eks.amazonaws.com'], actions: 'iam: GetRole' },
  'elasticache.services.k8s.aws/CacheSubnetGroup': { actions: NETWORK },
  'elasticache.services.k8s.aws/ReplicationGroup': {
    serviceLinkedRoles: ['elasticache.amazonaws.com'],
    actions: `${NETWORK}; ${LOG_DELIVERY}`,
  },
  'elbv2.services.k8s.aws/Listener': { actions: 'acm: DescribeCertificate' },
  'elbv2.services.k8s.aws/LoadBalancer': {
    serviceLinkedRoles: ['elasticloadbalancing.amazonaws.com'],
    actions: `${NETWORK}; ec2: DescribeAccountAttributes DescribeInternetGateways; s3: GetBucketPolicy; elasticloadbalancing: SetSubnets`,
  },
  'eventbridge.services.k8s.aws/Rule': { passRoleTo: ['events.amazonaws.com'] },
  'firehose.services.k8s.aws/DeliveryStream': { passRoleTo: ['firehose.amazonaws.com'], actions: 'iam: GetRole' },
  'grafana.aws.m.upbound.io/Workspace': {
    passRoleTo: ['grafana.amazonaws.com'],
    serviceLinkedRoles: ['grafana.amazonaws.com'],
  },
  'lambda.services.k8s.aws/Function': {
    passRoleTo: ['lambda.amazonaws.com'],
    actions: `${NETWORK}; s3: GetObject GetObjectVersion; lambda: ListTags`,
  },
  'pipes.services.k8s.aws/Pipe': { passRoleTo: ['pipes.amazonaws.com'] },
  'prometheusservice.services.k8s.aws/LoggingConfiguration': { actions: LOG_DELIVERY },
  'rds.services.k8s.aws/DBCluster': {
    passRoleTo: ['monitoring.rds.amazonaws.com', 'rds.amazonaws.com'],
    serviceLinkedRoles: ['rds.amazonaws.com'],
    actions: `${NETWORK}; rds: CreateDBInstance DescribeDBSubnetGroups DescribeGlobalClusters RemoveFromGlobalCluster`,
  },
  'rds.services.k8s.aws/DBInstance': {
    passRoleTo: ['monitoring.rds.amazonaws.com', 'rds.amazonaws.com'],
    serviceLinkedRoles: ['rds.amazonaws.com'],
    actions: NETWORK,
  },
  'rds.services.k8s.aws/DBProxy': {
    passRoleTo: ['rds.amazonaws.com'],
    serviceLinkedRoles: ['rds.amazonaws.com'],
    actions: NETWORK,
  },
  'rds.services.k8s.aws/DBSubnetGroup': { actions: NETWORK },
  'route53.services.k8s.aws/HostedZone': {
    actions:
      'ec2: DescribeRegions DescribeVpcs; route53: AssociateVPCWithHostedZone DisassociateVPCFromHostedZone GetChange UpdateHostedZoneComment',
  },
  's3.services.k8s.aws/Bucket': { passRoleTo: ['s3.amazonaws.com'], actions: 's3: ListBucket' },
  'schemas.aws.m.upbound.io/Discoverer': { serviceLinkedRoles: ['schemas.amazonaws.com'] },
  'secretsmanager.services.k8s.aws/Secret': {
    actions: 'secretsmanager: RemoveRegionsFromReplication ReplicateSecretToRegions',
  },
  'securityhub.aws.m.upbound.io/Account': { serviceLinkedRoles: ['securityhub.amazonaws.com'] },
  'sfn.services.k8s.aws/StateMachine': { passRoleTo: ['states.amazonaws.com'], actions: LOG_DELIVERY },
  'wafv2.services.k8s.aws/WebACL': {
    serviceLinkedRoles: ['wafv2.amazonaws.com'],
    actions: `${LOG_DELIVERY}; wafv2: DeleteLoggingConfiguration`,
  },
};
