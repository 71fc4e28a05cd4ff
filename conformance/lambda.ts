import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import { every, FUNCTION, QUEUE, RULE } from './readers';

const LOG_GROUP = 'cloudwatchlogs.services.k8s.aws/LogGroup';
const MAPPING = 'lambda.services.k8s.aws/EventSourceMapping';
const RUNTIMES = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html';

const of = (name: string, path: string) => (evidence: Evidence) => evidence.field(FUNCTION, name, path);

/** A function's runtime, and the one in its place. */
const runtime = (path: string, name: string, value: string, chosen: string, because: string): DocumentValue => ({
  path,
  value,
  read: of(name, 'spec.runtime'),
  deviation: { chosen, because, source: RUNTIMES },
});

/** The name of the queue that a mapping reads for a function. */
const queueOf = (mapping: string, name: string) => (evidence: Evidence) => {
  if (evidence.field(MAPPING, mapping, 'spec.functionRef.from.name') !== name) return undefined;
  const arn = evidence.field(MAPPING, mapping, 'spec.eventSourceARN');
  const queue = evidence.all(QUEUE).find(({ metadata }) => evidence.arn(QUEUE, metadata.name) === arn);
  return at(queue, 'spec.queueName');
};

/** The document's functions, and what it asks of Lambda. */
export const lambda: readonly DocumentValue[] = [
  runtime(
    'LambdaFunctions.APIProcessing.Runtime',
    'api-processing',
    'python3.9',
    'python3.14',
    'python3.9 is out of support since 2025-12-15',
  ),
  {
    path: 'LambdaFunctions.APIProcessing.Handler',
    value: 'app.lambda_handler',
    read: of('api-processing', 'spec.handler'),
  },
  { path: 'LambdaFunctions.APIProcessing.Timeout', value: 30, read: of('api-processing', 'spec.timeout') },
  { path: 'LambdaFunctions.APIProcessing.Memory', value: 512, read: of('api-processing', 'spec.memorySize') },
  {
    path: 'LambdaFunctions.APIProcessing.Environment.DATABASE_URL',
    value: '${RDS.Endpoint}',
    read: (evidence) => {
      const url = of('api-processing', 'spec.environment.variables.DATABASE_URL')(evidence);
      const isProxy = evidence.find('rds.services.k8s.aws/DBProxy', 'platform-db-proxy') !== undefined;
      if (!isProxy || typeof url !== 'string') return undefined;
      return url.replace('${platformDbProxy.status.endpoint}', '${RDSProxy.Endpoint}');
    },
    deviation: {
      chosen: 'postgresql://dbadmin@${RDSProxy.Endpoint}:5432/platform_db?sslmode=verify-full',
      because:
        'a URL says protocol, user, port and database as well, and no password: the user signs in with an IAM token. The endpoint is that of the RDS proxy in front of the cluster, which shares connections among functions and keeps them through a failover',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-rds.html',
    },
  },
  runtime(
    'LambdaFunctions.DataProcessing.Runtime',
    'data-processing',
    'java11',
    'java21',
    'java11 stands on Amazon Linux 2, which gets only critical and important security fixes since 2026-06-30, and its support ends on 2027-06-30; java21 has two years more, on Amazon Linux 2023',
  ),
  {
    path: 'LambdaFunctions.DataProcessing.Handler',
    value: 'com.company.Handler',
    read: of('data-processing', 'spec.handler'),
  },
  { path: 'LambdaFunctions.DataProcessing.Timeout', value: 900, read: of('data-processing', 'spec.timeout') },
  { path: 'LambdaFunctions.DataProcessing.Memory', value: 3_008, read: of('data-processing', 'spec.memorySize') },
  {
    path: 'LambdaFunctions.DataProcessing.Events.SQS',
    value: 'processing-queue',
    read: queueOf('processing-queue-to-data-processing', 'data-processing'),
  },
  runtime(
    'LambdaFunctions.EventProcessor.Runtime',
    'event-processor',
    'nodejs18.x',
    'nodejs24.x',
    'nodejs18.x is out of support since 2025-09-01',
  ),
  {
    path: 'LambdaFunctions.EventProcessor.Handler',
    value: 'index.handler',
    read: of('event-processor', 'spec.handler'),
  },
  { path: 'LambdaFunctions.EventProcessor.Timeout', value: 60, read: of('event-processor', 'spec.timeout') },
  { path: 'LambdaFunctions.EventProcessor.Memory', value: 256, read: of('event-processor', 'spec.memorySize') },
  {
    path: 'LambdaFunctions.EventProcessor.Events.EventBridge',
    value: 'custom-events',
    read: (evidence) => {
      const rule = 'custom-events-to-event-processor';
      const isTarget =
        evidence.find(FUNCTION, 'event-processor') !== undefined &&
        evidence.field(RULE, rule, 'spec.targets[0].arn') === evidence.arn(FUNCTION, 'event-processor');
      return isTarget ? evidence.field(RULE, rule, 'spec.eventBusName') : undefined;
    },
  },
  {
    path: 'LambdaFunctions.EventProcessor.Events.DynamoDB: calls the function',
    value: 'event-processor',
    read: (evidence) => {
      const mapping = 'user-table-to-event-processor';
      const stream = String(evidence.field(MAPPING, mapping, 'spec.eventSourceARN'));
      return stream.startsWith('${userTable.status.')
        ? evidence.field(MAPPING, mapping, 'spec.functionRef.from.name')
        : undefined;
    },
  },
  {
    path: 'CloudWatchConfiguration.LogGroups./aws/lambda/platform-functions.Name',
    value: '/aws/lambda/platform-functions',
    read: (evidence) => evidence.field(LOG_GROUP, 'platform-functions', 'spec.name'),
  },
  {
    path: 'CloudWatchConfiguration.LogGroups./aws/lambda/platform-functions.RetentionInDays',
    value: 14,
    read: (evidence) => evidence.field(LOG_GROUP, 'platform-functions', 'spec.retentionDays'),
  },
  {
    path: 'Lambda: every function logs to /aws/lambda/platform-functions',
    value: true,
    read: (evidence) =>
      every(
        evidence.all(FUNCTION),
        (one) =>
          at(one, 'spec.loggingConfig.logGroup') === evidence.field(LOG_GROUP, 'platform-functions', 'spec.name'),
      ),
  },
  {
    path: 'Lambda: Event-Driven Architecture',
    value: true,
    read: (evidence) =>
      evidence.all('lambda.aws.m.upbound.io/Permission').length > 0 && evidence.all(MAPPING).length > 0,
  },
  {
    path: 'Lambda: Auto Scaling',
    value: true,
    read: (evidence) => every(evidence.all(FUNCTION), (one) => at(one, 'spec.reservedConcurrentExecutions') !== 0),
  },
  {
    path: 'Lambda: Pay-per-Use',
    value: true,
    read: (evidence) =>
      evidence.all(FUNCTION).length > 0 &&
      !['Alias', 'Version'].some((kind) =>
        evidence
          .all(`lambda.services.k8s.aws/${kind}`)
          .some((one) => at(one, 'spec.provisionedConcurrencyConfig') !== undefined),
      ),
  },
  {
    path: 'Lambda: Multiple Runtime Support',
    value: true,
    read: (evidence) => new Set(evidence.all(FUNCTION).map((one) => at(one, 'spec.runtime'))).size > 1,
  },
  {
    path: 'Lambda: VPC Integration',
    value: true,
    read: (evidence) => evidence.all(FUNCTION).some((one) => at(one, 'spec.vpcConfig') !== undefined),
  },
  {
    path: 'Lambda: Dead Letter Queues',
    value: true,
    read: (evidence) =>
      every(
        evidence.all(FUNCTION),
        (one) =>
          at(one, 'spec.functionEventInvokeConfig.destinationConfig.onFailure.destination') ===
          evidence.arn(QUEUE, 'failed-invocations-dlq'),
      ),
  },
];
