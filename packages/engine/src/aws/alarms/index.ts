import { exceptionFrom, type Manifest } from '../../manifests';
import type { Place } from '../arn';
import { physicalFieldsOf, physicalKeyOf } from '../cloud-control';
import { arnOf, awsNameOf, placeOf } from '../physical';
import type { AlarmedKind, AlarmedResource, AlarmOfKind, Subject } from './alarm';
import { api, buildProject, eventSourceMapping, graphqlApi, lambdaFunction, stateMachine } from './application';
import { databaseCluster, databaseInstance, daxCluster, replicationGroup, table } from './data';
import { deliveryStream, queue, rule, stream, topic } from './messaging';
import { certificate, distribution, loadBalancer } from './network';
import { backupVault, fileSystem } from './storage';

export type { Manifest } from '../../manifests';
export type { AlarmLimits, AlarmOfKind, MissingData, Statistic, Subject } from './alarm';

/** The policy that an object without alarms breaks. */
export const ALARMED_POLICY = 'alarmed';

/**
 * The kinds whose objects have alarms, keyed by group and kind, or by CloudFormation's type for what Cloud Control makes. A new one
 * is an entry here: the alarms, the dashboard and the rule follow.
 */
export const alarmedKinds: Readonly<Record<string, AlarmedKind>> = {
  'AWS::Kinesis::Stream': stream,
  'AWS::KinesisFirehose::DeliveryStream': deliveryStream,
  'acm.services.k8s.aws/Certificate': certificate,
  'apigatewayv2.services.k8s.aws/API': api,
  'appsync.aws.m.upbound.io/GraphQLAPI': graphqlApi,
  'backup.services.k8s.aws/BackupVault': backupVault,
  'cloudfront.services.k8s.aws/Distribution': distribution,
  'codebuild.aws.m.upbound.io/Project': buildProject,
  'dax.aws.m.upbound.io/Cluster': daxCluster,
  'dynamodb.aws.m.upbound.io/Table': table,
  'dynamodb.services.k8s.aws/Table': table,
  'efs.services.k8s.aws/FileSystem': fileSystem,
  'elasticache.services.k8s.aws/ReplicationGroup': replicationGroup,
  'elbv2.services.k8s.aws/LoadBalancer': loadBalancer,
  'eventbridge.services.k8s.aws/Rule': rule,
  'firehose.services.k8s.aws/DeliveryStream': deliveryStream,
  'kinesis.services.k8s.aws/Stream': stream,
  'lambda.services.k8s.aws/EventSourceMapping': eventSourceMapping,
  'lambda.services.k8s.aws/Function': lambdaFunction,
  'rds.services.k8s.aws/DBCluster': databaseCluster,
  'rds.services.k8s.aws/DBInstance': databaseInstance,
  'sfn.services.k8s.aws/StateMachine': stateMachine,
  'sns.services.k8s.aws/Topic': topic,
  'sqs.services.k8s.aws/Queue': queue,
};

/** How an entry of the table learns what a manifest does not say. */
export interface AlarmContext extends Pick<AlarmedResource, 'late' | 'nameOf'> {
  readonly home: Place;
}

/** What CloudWatch measures of an object, and the alarms that it has to have. */
export interface Watched extends AlarmedKind {
  readonly measured: readonly (Subject & { readonly region: string })[];
}

/** Undefined for kinds that have no alarms. */
export function watched(manifest: Manifest, { home, late, nameOf }: AlarmContext): Watched | undefined {
  const kind = alarmedKinds[physicalKeyOf(manifest)];
  if (!kind) return undefined;
  const { region } = placeOf(manifest, home);
  const measured = kind.subjects({
    name: awsNameOf(manifest) ?? '',
    fields: physicalFieldsOf(manifest),
    manifest,
    arn: arnOf(manifest, home) ?? '',
    region,
    place: home,
    late,
    nameOf,
  });
  return { ...kind, measured: measured.map((subject) => ({ ...subject, region: subject.region ?? region })) };
}

/** Whether an object says that it needs no alarms. */
export function isExcused(manifest: Manifest): boolean {
  return exceptionFrom(manifest, ALARMED_POLICY) !== undefined;
}

/**
 * A Metrics Insights query for an alarm over the values of dimensions that nobody can list; undefined for other alarms.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html
 */
export function queryOf(
  namespace: string,
  { dimensions }: Pick<Subject, 'dimensions'>,
  { metric, statistic, over }: Pick<AlarmOfKind, 'metric' | 'statistic' | 'over'>,
): string | undefined {
  if (over === undefined) return undefined;
  const names = over === 'any' ? [] : [...over, ...Object.keys(dimensions)].sort();
  const from = over === 'any' ? `"${namespace}"` : `SCHEMA("${namespace}", ${names.join(', ')})`;
  const where = Object.entries(dimensions).map(([name, value]) => `${name} = '${value}'`);
  const condition = where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '';
  return `SELECT ${FUNCTIONS[statistic] ?? 'AVG'}("${metric}") FROM ${from}${condition}`;
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  Average: 'AVG',
  Maximum: 'MAX',
  Minimum: 'MIN',
  SampleCount: 'COUNT',
  Sum: 'SUM',
};

/** `Queue`, `Stream`: what people call an object. */
export function kindOf(manifest: Manifest): string {
  return physicalKeyOf(manifest).split(/\/|::/).at(-1)!;
}
