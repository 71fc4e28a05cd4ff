/** How AWS writes the ARN of a kind of object. */
export interface PhysicalKind {
  readonly service: string;
  /**
   * The part behind the account: `{name}` is the AWS name, any other field in braces is one of the spec's (of
   * Crossplane's `forProvider`).
   */
  readonly resource: string;
  /** The spec field that holds the AWS name. @default `crossplane.io/external-name`, the way Crossplane does it */
  readonly nameField?: string;
  /** The ARN names no region. */
  readonly global?: true;
  /** The ARN names neither region nor account. */
  readonly noAccount?: true;
  /** What AWS puts behind the name, as a pattern: then the ARN itself is known only afterwards. */
  readonly suffix?: string;
}

/**
 * The kinds whose ARN, or all of it but an end that AWS adds, is known before AWS creates them, keyed by group and kind, those that Cloud
 * Control makes by CloudFormation's type.
 * Shapes: the services' pages below https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
export const physicalKinds: Readonly<Record<string, PhysicalKind>> = {
  'AWS::IAM::ManagedPolicy': {
    service: 'iam',
    resource: 'policy{Path}{name}',
    nameField: 'ManagedPolicyName',
    global: true,
  },
  'AWS::IAM::ServiceLinkedRole': {
    service: 'iam',
    resource: 'role/aws-service-role/{AWSServiceName}/{name}',
    global: true,
  },
  'AWS::Kinesis::Stream': { service: 'kinesis', resource: 'stream/{name}', nameField: 'Name' },
  'AWS::KinesisFirehose::DeliveryStream': {
    service: 'firehose',
    resource: 'deliverystream/{name}',
    nameField: 'DeliveryStreamName',
  },
  'backup.aws.m.upbound.io/Vault': { service: 'backup', resource: 'backup-vault:{name}' },
  'backup.services.k8s.aws/BackupVault': { service: 'backup', resource: 'backup-vault:{name}', nameField: 'name' },
  'budgets.aws.m.upbound.io/Budget': { service: 'budgets', resource: 'budget/{name}', global: true },
  'cloudfront.aws.m.upbound.io/RealtimeLogConfig': {
    service: 'cloudfront',
    resource: 'realtime-log-config/{name}',
    nameField: 'name',
    global: true,
  },
  'cloudfront.services.k8s.aws/Function': {
    service: 'cloudfront',
    resource: 'function/{name}',
    nameField: 'name',
    global: true,
  },
  'cloudtrail.aws.m.upbound.io/Trail': { service: 'cloudtrail', resource: 'trail/{name}' },
  'cloudtrail.services.k8s.aws/Trail': { service: 'cloudtrail', resource: 'trail/{name}', nameField: 'name' },
  'cloudwatch.aws.m.upbound.io/CompositeAlarm': { service: 'cloudwatch', resource: 'alarm:{name}' },
  'cloudwatch.services.k8s.aws/Dashboard': {
    service: 'cloudwatch',
    resource: 'dashboard/{name}',
    nameField: 'dashboardName',
    global: true,
  },
  'cloudwatch.services.k8s.aws/MetricAlarm': { service: 'cloudwatch', resource: 'alarm:{name}', nameField: 'name' },
  'cloudwatch.services.k8s.aws/MetricStream': {
    service: 'cloudwatch',
    resource: 'metric-stream/{name}',
    nameField: 'name',
  },
  'cloudwatchevents.aws.m.upbound.io/APIDestination': {
    service: 'events',
    resource: 'api-destination/{name}',
    suffix: '/*',
  },
  'cloudwatchevents.aws.m.upbound.io/Archive': { service: 'events', resource: 'archive/{name}' },
  'cloudwatchevents.aws.m.upbound.io/Bus': { service: 'events', resource: 'event-bus/{name}' },
  'cloudwatchevents.aws.m.upbound.io/Connection': { service: 'events', resource: 'connection/{name}', suffix: '/*' },
  'cloudwatchevents.aws.m.upbound.io/Rule': { service: 'events', resource: 'rule/{eventBusName}/{name}' },
  'cloudwatchlogs.aws.m.upbound.io/Destination': { service: 'logs', resource: 'destination:{name}' },
  'cloudwatchlogs.aws.m.upbound.io/Group': { service: 'logs', resource: 'log-group:{name}' },
  'cloudwatchlogs.services.k8s.aws/LogGroup': { service: 'logs', resource: 'log-group:{name}', nameField: 'name' },
  'codebuild.aws.m.upbound.io/Project': { service: 'codebuild', resource: 'project/{name}' },
  'codebuild.aws.m.upbound.io/ReportGroup': { service: 'codebuild', resource: 'report-group/{name}' },
  'codecommit.aws.m.upbound.io/Repository': { service: 'codecommit', resource: '{name}' },
  'configservice.aws.m.upbound.io/ConfigurationRecorder': {
    service: 'config',
    resource: 'configuration-recorder/{name}',
    suffix: '/*',
  },
  'dax.aws.m.upbound.io/Cluster': { service: 'dax', resource: 'cache/{name}' },
  'dms.aws.m.upbound.io/EventSubscription': { service: 'dms', resource: 'es:{name}' },
  'dms.aws.m.upbound.io/ReplicationSubnetGroup': { service: 'dms', resource: 'subgrp:{name}' },
  'dynamodb.aws.m.upbound.io/Table': { service: 'dynamodb', resource: 'table/{name}' },
  'dynamodb.services.k8s.aws/GlobalTable': {
    service: 'dynamodb',
    resource: 'global-table/{name}',
    nameField: 'globalTableName',
    global: true,
  },
  'dynamodb.services.k8s.aws/Table': { service: 'dynamodb', resource: 'table/{name}', nameField: 'tableName' },
  // has no ARN itself: this is what stands before those of the repositories that ECR makes for it
  'ecr.services.k8s.aws/PullThroughCacheRule': {
    service: 'ecr',
    resource: 'repository/{name}',
    nameField: 'ecrRepositoryPrefix',
  },
  'ecr.services.k8s.aws/Repository': { service: 'ecr', resource: 'repository/{name}', nameField: 'name' },
  'eks.services.k8s.aws/Cluster': { service: 'eks', resource: 'cluster/{name}', nameField: 'name' },
  'eks.services.k8s.aws/FargateProfile': {
    service: 'eks',
    resource: 'fargateprofile/{clusterName}/{name}',
    nameField: 'name',
    suffix: '/*',
  },
  'elasticache.aws.m.upbound.io/ReplicationGroup': { service: 'elasticache', resource: 'replicationgroup:{name}' },
  'elasticache.services.k8s.aws/CacheCluster': {
    service: 'elasticache',
    resource: 'cluster:{name}',
    nameField: 'cacheClusterID',
  },
  'elasticache.services.k8s.aws/CacheParameterGroup': {
    service: 'elasticache',
    resource: 'parametergroup:{name}',
    nameField: 'cacheParameterGroupName',
  },
  'elasticache.services.k8s.aws/CacheSubnetGroup': {
    service: 'elasticache',
    resource: 'subnetgroup:{name}',
    nameField: 'cacheSubnetGroupName',
  },
  'elasticache.services.k8s.aws/ReplicationGroup': {
    service: 'elasticache',
    resource: 'replicationgroup:{name}',
    nameField: 'replicationGroupID',
  },
  'elasticache.services.k8s.aws/ServerlessCache': {
    service: 'elasticache',
    resource: 'serverlesscache:{name}',
    nameField: 'serverlessCacheName',
  },
  'elasticache.services.k8s.aws/ServerlessCacheSnapshot': {
    service: 'elasticache',
    resource: 'serverlesscachesnapshot:{name}',
    nameField: 'serverlessCacheSnapshotName',
  },
  'elasticache.services.k8s.aws/Snapshot': {
    service: 'elasticache',
    resource: 'snapshot:{name}',
    nameField: 'snapshotName',
  },
  'elasticache.services.k8s.aws/User': { service: 'elasticache', resource: 'user:{name}', nameField: 'userID' },
  'elasticache.services.k8s.aws/UserGroup': {
    service: 'elasticache',
    resource: 'usergroup:{name}',
    nameField: 'userGroupID',
  },
  'eventbridge.services.k8s.aws/Archive': { service: 'events', resource: 'archive/{name}', nameField: 'name' },
  'eventbridge.services.k8s.aws/Endpoint': { service: 'events', resource: 'endpoint/{name}', nameField: 'name' },
  'eventbridge.services.k8s.aws/EventBus': { service: 'events', resource: 'event-bus/{name}', nameField: 'name' },
  'eventbridge.services.k8s.aws/Rule': { service: 'events', resource: 'rule/{eventBusName}/{name}', nameField: 'name' },
  'firehose.services.k8s.aws/DeliveryStream': {
    service: 'firehose',
    resource: 'deliverystream/{name}',
    nameField: 'deliveryStreamName',
  },
  'iam.services.k8s.aws/Group': { service: 'iam', resource: 'group{path}{name}', nameField: 'name', global: true },
  'iam.services.k8s.aws/InstanceProfile': {
    service: 'iam',
    resource: 'instance-profile{path}{name}',
    nameField: 'name',
    global: true,
  },
  'iam.services.k8s.aws/Policy': { service: 'iam', resource: 'policy{path}{name}', nameField: 'name', global: true },
  'iam.services.k8s.aws/Role': { service: 'iam', resource: 'role{path}{name}', nameField: 'name', global: true },
  'iam.services.k8s.aws/User': { service: 'iam', resource: 'user{path}{name}', nameField: 'name', global: true },
  'kinesis.services.k8s.aws/Stream': { service: 'kinesis', resource: 'stream/{name}', nameField: 'name' },
  'lambda.services.k8s.aws/Function': { service: 'lambda', resource: 'function:{name}', nameField: 'name' },
  'memorydb.services.k8s.aws/ACL': { service: 'memorydb', resource: 'acl/{name}', nameField: 'name' },
  'memorydb.services.k8s.aws/Cluster': { service: 'memorydb', resource: 'cluster/{name}', nameField: 'name' },
  'memorydb.services.k8s.aws/ParameterGroup': {
    service: 'memorydb',
    resource: 'parametergroup/{name}',
    nameField: 'name',
  },
  'memorydb.services.k8s.aws/Snapshot': { service: 'memorydb', resource: 'snapshot/{name}', nameField: 'name' },
  'memorydb.services.k8s.aws/SubnetGroup': { service: 'memorydb', resource: 'subnetgroup/{name}', nameField: 'name' },
  'memorydb.services.k8s.aws/User': { service: 'memorydb', resource: 'user/{name}', nameField: 'name' },
  'pipes.services.k8s.aws/Pipe': { service: 'pipes', resource: 'pipe/{name}', nameField: 'name' },
  'rds.aws.m.upbound.io/Cluster': { service: 'rds', resource: 'cluster:{name}' },
  'rds.aws.m.upbound.io/ClusterInstance': { service: 'rds', resource: 'db:{name}' },
  'rds.aws.m.upbound.io/GlobalCluster': { service: 'rds', resource: 'global-cluster:{name}', global: true },
  'rds.services.k8s.aws/DBCluster': { service: 'rds', resource: 'cluster:{name}', nameField: 'dbClusterIdentifier' },
  'rds.services.k8s.aws/DBClusterEndpoint': {
    service: 'rds',
    resource: 'cluster-endpoint:{name}',
    nameField: 'dbClusterEndpointIdentifier',
  },
  'rds.services.k8s.aws/DBClusterParameterGroup': { service: 'rds', resource: 'cluster-pg:{name}', nameField: 'name' },
  'rds.services.k8s.aws/DBClusterSnapshot': {
    service: 'rds',
    resource: 'cluster-snapshot:{name}',
    nameField: 'dbClusterSnapshotIdentifier',
  },
  'rds.services.k8s.aws/DBInstance': { service: 'rds', resource: 'db:{name}', nameField: 'dbInstanceIdentifier' },
  'rds.services.k8s.aws/DBParameterGroup': { service: 'rds', resource: 'pg:{name}', nameField: 'name' },
  // AWS gives it an id of its own, which the ARN has in place of the name
  'rds.services.k8s.aws/DBProxy': { service: 'rds', resource: 'db-proxy:prx-', nameField: 'name', suffix: '*' },
  'rds.services.k8s.aws/DBSnapshot': { service: 'rds', resource: 'snapshot:{name}', nameField: 'dbSnapshotIdentifier' },
  'rds.services.k8s.aws/DBSubnetGroup': { service: 'rds', resource: 'subgrp:{name}', nameField: 'name' },
  'rds.services.k8s.aws/GlobalCluster': {
    service: 'rds',
    resource: 'global-cluster:{name}',
    nameField: 'globalClusterIdentifier',
    global: true,
  },
  's3.services.k8s.aws/Bucket': { service: 's3', resource: '{name}', nameField: 'name', noAccount: true },
  'schemas.aws.m.upbound.io/Registry': { service: 'schemas', resource: 'registry/{name}' },
  'secretsmanager.services.k8s.aws/Secret': {
    service: 'secretsmanager',
    resource: 'secret:{name}',
    nameField: 'name',
    suffix: '-??????',
  },
  'sfn.services.k8s.aws/Activity': { service: 'states', resource: 'activity:{name}', nameField: 'name' },
  'sfn.services.k8s.aws/StateMachine': { service: 'states', resource: 'stateMachine:{name}', nameField: 'name' },
  'sns.services.k8s.aws/Topic': { service: 'sns', resource: '{name}', nameField: 'name' },
  'sqs.services.k8s.aws/Queue': { service: 'sqs', resource: '{name}', nameField: 'queueName' },
  'ssm.services.k8s.aws/Document': { service: 'ssm', resource: 'document/{name}', nameField: 'name' },
  'ssm.services.k8s.aws/ResourceDataSync': {
    service: 'ssm',
    resource: 'resource-data-sync/{name}',
    nameField: 'syncName',
  },
  'xray.aws.m.upbound.io/SamplingRule': { service: 'xray', resource: 'sampling-rule/{name}' },
};
