/** What a service tells CloudWatch: the metrics that alarms may watch, and which dimensions they come with. */
export interface MetricNamespace {
  readonly source: string;
  /** Metrics that come with the same dimensions. A set in which every dimension has to be given, names in order. */
  readonly groups: readonly {
    readonly dimensions: readonly (readonly string[])[];
    readonly metrics: readonly string[];
  }[];
}

/**
 * The namespaces that the platform watches. An alarm on a metric that nobody publishes never fires, and AWS takes it
 * without a word. A test compares this with `@aws-cdk/aws-service-spec`, which has AWS's own list of most of them.
 */
export const metricNamespaces: Readonly<Record<string, MetricNamespace>> = {
  'AWS/ApiGateway': {
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html',
    groups: [
      {
        dimensions: [['ApiId'], ['ApiId', 'Stage']],
        metrics: ['4xx', '5xx', 'Count', 'DataProcessed', 'IntegrationLatency', 'Latency'],
      },
      {
        dimensions: [['ApiId'], ['ApiId', 'Route', 'Stage']],
        metrics: ['ClientError', 'ConnectCount', 'ExecutionError', 'IntegrationError', 'MessageCount'],
      },
    ],
  },
  'AWS/AppSync': {
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html',
    groups: [{ dimensions: [['GraphQLAPIId']], metrics: ['4XXError', '5XXError', 'Latency'] }],
  },
  'AWS/ApplicationELB': {
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html',
    groups: [
      {
        dimensions: [['LoadBalancer'], ['AvailabilityZone', 'LoadBalancer']],
        metrics: ['HTTPCode_ELB_4XX_Count', 'HTTPCode_ELB_5XX_Count', 'RejectedConnectionCount'],
      },
      {
        dimensions: [['LoadBalancer'], ['LoadBalancer', 'TargetGroup']],
        metrics: ['HTTPCode_Target_5XX_Count', 'RequestCount', 'TargetConnectionErrorCount', 'TargetResponseTime'],
      },
      { dimensions: [['LoadBalancer', 'TargetGroup']], metrics: ['HealthyHostCount', 'UnHealthyHostCount'] },
    ],
  },
  'AWS/Backup': {
    source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html',
    groups: [
      {
        dimensions: [['BackupVaultName'], ['ResourceType'], ['BackupVaultName', 'ResourceType']],
        metrics: [
          'NumberOfBackupJobsCompleted',
          'NumberOfBackupJobsExpired',
          'NumberOfBackupJobsFailed',
          'NumberOfCopyJobsFailed',
        ],
      },
    ],
  },
  'AWS/CertificateManager': {
    source: 'https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html',
    groups: [{ dimensions: [['CertificateArn']], metrics: ['DaysToExpiry'] }],
  },
  'AWS/CloudFront': {
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html',
    groups: [
      {
        dimensions: [['DistributionId', 'Region']],
        metrics: ['4xxErrorRate', '5xxErrorRate', 'Requests', 'TotalErrorRate'],
      },
    ],
  },
  'AWS/CodeBuild': {
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/cloudwatch_metrics-codebuild.html',
    groups: [{ dimensions: [['ProjectName']], metrics: ['Builds', 'Duration', 'FailedBuilds', 'SucceededBuilds'] }],
  },
  'AWS/DAX': {
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/dax-metrics-dimensions-dax.html',
    groups: [
      {
        dimensions: [['ClusterId'], ['ClusterId', 'NodeId']],
        metrics: ['CPUUtilization', 'CacheMemoryUtilization', 'ErrorRequestCount', 'EvictedSize', 'FaultRequestCount'],
      },
    ],
  },
  'AWS/DynamoDB': {
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html',
    groups: [
      { dimensions: [['TableName']], metrics: ['ReadThrottleEvents', 'WriteThrottleEvents'] },
      { dimensions: [['Operation', 'TableName']], metrics: ['SystemErrors', 'ThrottledRequests'] },
      { dimensions: [['ReceivingRegion', 'TableName']], metrics: ['ReplicationLatency'] },
    ],
  },
  'AWS/EC2': {
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html',
    groups: [
      { dimensions: [['AutoScalingGroupName'], ['InstanceId']], metrics: ['CPUUtilization', 'StatusCheckFailed'] },
    ],
  },
  'AWS/EFS': {
    source: 'https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html',
    groups: [
      { dimensions: [['FileSystemId']], metrics: ['BurstCreditBalance', 'ClientConnections', 'PercentIOLimit'] },
    ],
  },
  'AWS/ElastiCache': {
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html',
    groups: [
      {
        dimensions: [['CacheClusterId'], ['CacheClusterId', 'CacheNodeId']],
        metrics: [
          'CPUUtilization',
          'CurrConnections',
          'DatabaseMemoryUsagePercentage',
          'EngineCPUUtilization',
          'Evictions',
          'ReplicationLag',
        ],
      },
    ],
  },
  'AWS/Events': {
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html',
    groups: [
      {
        // a rule of the default bus has no bus in its metrics
        dimensions: [['RuleName'], ['EventBusName', 'RuleName']],
        metrics: [
          'FailedInvocations',
          'Invocations',
          'InvocationsFailedToBeSentToDlq',
          'InvocationsSentToDlq',
          'ThrottledRules',
        ],
      },
    ],
  },
  'AWS/Firehose': {
    source: 'https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html',
    groups: [
      {
        dimensions: [['DeliveryStreamName']],
        metrics: ['DeliveryToS3.DataFreshness', 'DeliveryToS3.Success', 'KinesisMillisBehindLatest'],
      },
    ],
  },
  'AWS/Kinesis': {
    source: 'https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html',
    groups: [
      {
        dimensions: [['StreamName']],
        metrics: [
          'GetRecords.IteratorAgeMilliseconds',
          'ReadProvisionedThroughputExceeded',
          'WriteProvisionedThroughputExceeded',
        ],
      },
    ],
  },
  'AWS/Lambda': {
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
    groups: [
      {
        dimensions: [['FunctionName'], ['FunctionName', 'Resource']],
        metrics: [
          'ConcurrentExecutions',
          'DeadLetterErrors',
          'DestinationDeliveryFailures',
          'Duration',
          'Errors',
          'Invocations',
          'IteratorAge',
          'Throttles',
        ],
      },
    ],
  },
  'AWS/NATGateway': {
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html',
    groups: [{ dimensions: [['NatGatewayId']], metrics: ['ErrorPortAllocation', 'PacketsDropCount'] }],
  },
  'AWS/RDS': {
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html',
    groups: [
      {
        dimensions: [['DBInstanceIdentifier'], ['DBClusterIdentifier']],
        metrics: ['CPUUtilization', 'DatabaseConnections', 'FreeableMemory'],
      },
      { dimensions: [['DBInstanceIdentifier']], metrics: ['AuroraReplicaLag'] },
      { dimensions: [['DBClusterIdentifier']], metrics: ['AuroraGlobalDBReplicationLag'] },
    ],
  },
  'AWS/SNS': {
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html',
    groups: [
      {
        dimensions: [['TopicName']],
        metrics: [
          'NumberOfMessagesPublished',
          'NumberOfNotificationsDelivered',
          'NumberOfNotificationsFailed',
          'NumberOfNotificationsFailedToRedriveToDlq',
        ],
      },
    ],
  },
  'AWS/SQS': {
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html',
    groups: [
      {
        dimensions: [['QueueName']],
        metrics: [
          'ApproximateAgeOfOldestMessage',
          'ApproximateNumberOfMessagesNotVisible',
          'ApproximateNumberOfMessagesVisible',
          'NumberOfMessagesSent',
        ],
      },
    ],
  },
  'AWS/States': {
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html',
    groups: [
      {
        dimensions: [['StateMachineArn']],
        metrics: ['ExecutionThrottled', 'ExecutionTime', 'ExecutionsAborted', 'ExecutionsFailed', 'ExecutionsTimedOut'],
      },
    ],
  },
};

/** What is wrong with watching a metric; undefined where its service publishes it with these dimensions. */
export function metricProblem(namespace: string, metric: string, dimensions?: readonly string[]): string | undefined {
  const known = metricNamespaces[namespace];
  if (!known) return `namespace '${namespace}' is not known, allowed are ${Object.keys(metricNamespaces).join(', ')}`;
  const group = known.groups.find(({ metrics }) => metrics.includes(metric));
  if (!group) {
    const metrics = known.groups.flatMap((one) => one.metrics);
    return `${namespace} publishes no metric '${metric}', allowed are ${metrics.join(', ')} (${known.source})`;
  }
  if (dimensions === undefined) return undefined;
  const given = [...dimensions].sort().join(', ');
  const sets = group.dimensions.map((set) => set.join(', '));
  return sets.includes(given)
    ? undefined
    : `${namespace} publishes ${metric} by ${sets.join(' or by ')}, not by ${given || 'nothing'} (${known.source})`;
}
