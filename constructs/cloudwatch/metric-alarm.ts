import type { MissingData, Statistic } from '@aws-platform/engine/aws';
import { metricProblem } from '@aws-platform/engine/aws';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as cloudwatch from '../../imports/cloudwatch.services.k8s.aws';
import type { MetricFilter } from '../cloudwatchlogs/metric-filter';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import type { Topic } from '../sns/topic';

/** A metric that a service publishes. */
export interface Metric {
  /** `AWS/SQS`. */
  readonly namespace: string;
  readonly name: string;
  /** Exactly those that the service publishes the metric by, at most 30. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: Statistic;
}

/** What an alarm looks at. */
export type AlarmSource =
  | Metric
  /** What a filter counts in a log group. */
  | { readonly filter: MetricFilter; readonly statistic: Statistic }
  /** A Metrics Insights query, for things that come and go; it sees the last 3 hours. */
  | { readonly query: string }
  /** Metric math over at most 10 metrics, each named by letters, digits and _, a small letter first. */
  | { readonly expression: string; readonly metrics: Readonly<Record<string, Metric>> };

/** Bounds: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export interface MetricAlarmProps {
  /** Its name in AWS, behind the landing's prefix, at most 255 characters. @default its id */
  readonly alarmName?: string;
  /** What is wrong and what to do, for whoever gets the message, at most 1,024 characters. */
  readonly description: string;
  readonly source: AlarmSource;
  /** @default 'GreaterThanThreshold' */
  readonly comparison?: ComparisonOperator;
  readonly threshold: number;
  /** Whole minutes. @default Duration.minutes(5) */
  readonly period?: Duration;
  /** How many periods are looked at: together at most a day, or 7 days with periods of an hour and more. @default 1 */
  readonly evaluationPeriods?: number;
  /** In how many of them it has to be so. @default in all */
  readonly datapointsToAlarm?: number;
  /** What periods without data count as. @default 'notBreaching' */
  readonly missingData?: MissingData;
  /** Is told when it begins and when it is over; in the alarm's region. @default nobody */
  readonly topic?: Topic;
  /** Where the metric is. @default the home region */
  readonly region?: string;
}

export type ComparisonOperator =
  | 'GreaterThanOrEqualToThreshold'
  | 'GreaterThanThreshold'
  | 'LessThanOrEqualToThreshold'
  | 'LessThanThreshold';

const KIND = 'cloudwatch.services.k8s.aws/MetricAlarm';
const DAY = 86_400;
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html */
const QUERY_SEES = 10_800;
const MOST_METRICS = 10;
const QUERY = /^SELECT [A-Z]+\("?([\w.]+)"?\) FROM (?:SCHEMA\("([\w/]+)"((?:, \w+)*)\)|"([\w/]+)")(?: WHERE .+)?$/;

/** An alarm on a metric. Refused is one that could never fire, because nobody publishes what it looks at. */
export class MetricAlarm extends AwsObject {
  readonly arn: string;
  readonly region: string;
  private readonly alarmName: string;

  constructor(scope: Construct, id: string, props: MetricAlarmProps) {
    super(scope, id);
    const {
      alarmName = id,
      description,
      source,
      comparison = 'GreaterThanThreshold',
      threshold,
      period = Duration.minutes(5),
      evaluationPeriods = 1,
      datapointsToAlarm = evaluationPeriods,
      missingData = 'notBreaching',
      topic,
      region = this.landing.region,
    } = props;
    this.alarmName = alarmName;
    this.region = region;
    this.arn = this.arnIn(region, KIND);
    this.requireMatch('alarm name', this.awsName, /^[^\p{Cc}]{1,255}$/u, '1 to 255 characters, no control characters');
    this.requireLength('description', description, 1_024);
    if (!Number.isFinite(threshold)) this.fail(`threshold is ${threshold}, a number is required`);
    this.requirePeriods(source, period.toSeconds(), evaluationPeriods, datapointsToAlarm);
    this.requirePublished(source);
    if (topic && topic.region !== region)
      this.fail(
        `the topic '${topic.node.id}' is in ${topic.region}, allowed are those of the alarm's region ${region}`,
      );
    topic?.allowAlarms();
    const actions = topic && [topic.arn];

    new cloudwatch.MetricAlarm(this, 'Resource', {
      metadata: this.ackMetadata(region),
      spec: {
        name: this.awsName,
        alarmDescription: description,
        ...render(source, period.toSeconds()),
        comparisonOperator: comparison,
        threshold,
        evaluationPeriods,
        datapointsToAlarm,
        treatMissingData: missingData,
        // AWS's default; the controller does not take it over and would see a difference for ever
        actionsEnabled: true,
        alarmActions: actions,
        oKActions: actions,
        tags: tagList(this.tags),
      },
    });
  }

  override get awsName(): string {
    return `${this.landing.namePrefix}${this.alarmName}`;
  }

  private requirePeriods(source: AlarmSource, period: number, evaluationPeriods: number, datapoints: number): void {
    if (period <= 0 || period % 60 !== 0) this.fail(`period is ${period} s, a multiple of 60 s is allowed`);
    const most = 'query' in source ? QUERY_SEES : period < 3_600 ? DAY : 7 * DAY;
    this.requireRange('evaluationPeriods', evaluationPeriods, 1, Math.floor(most / period), ` of ${period} s`);
    this.requireRange('datapointsToAlarm', datapoints, 1, evaluationPeriods);
  }

  private requirePublished(source: AlarmSource): void {
    if ('query' in source) this.requireQuery(source.query);
    else if ('expression' in source) this.requireMath(source);
    else if ('filter' in source) this.requireStatistic(source.statistic);
    else this.requireMetric(source);
  }

  private requireMetric({ namespace, name, dimensions, statistic }: Metric): void {
    this.requireStatistic(statistic);
    const problem = metricProblem(namespace, name, Object.keys(dimensions));
    if (problem) this.fail(problem);
    for (const [dimension, value] of Object.entries(dimensions))
      if (value === '' || value.length > 1_024)
        this.fail(`the dimension ${dimension} has ${value.length} characters, 1 to 1024 are allowed`);
  }

  private requireStatistic(statistic: Statistic): void {
    this.requireMatch(
      'statistic',
      statistic,
      /^(?:Average|Maximum|Minimum|SampleCount|Sum|p(?:100|\d{1,2}(?:\.\d{1,10})?))$/,
      'Average, Maximum, Minimum, SampleCount, Sum and percentiles from p0 to p100',
    );
  }

  private requireQuery(query: string): void {
    this.requireLength('query', query, 2_048);
    const [, metric = '', schema, dimensions = '', plain] = QUERY.exec(query) ?? this.fail(`'${query}' is no query`);
    const names = dimensions.split(', ').filter(Boolean);
    const problem = metricProblem(schema ?? plain ?? '', metric, schema === undefined ? undefined : names);
    if (problem) this.fail(problem);
  }

  private requireMath({
    expression,
    metrics,
  }: {
    expression: string;
    metrics: Readonly<Record<string, Metric>>;
  }): void {
    this.requireRange('metrics', Object.keys(metrics).length, 1, MOST_METRICS, ' metrics');
    if (expression === '') this.fail('expression is empty');
    this.requireLength('expression', expression, 2_048);
    for (const [id, metric] of Object.entries(metrics)) {
      this.requireMatch('metric id', id, /^[a-z]\w{0,254}$/, 'at most 255 letters, digits and _, a small letter first');
      if (!new RegExp(`\\b${id}\\b`).test(expression)) this.fail(`expression '${expression}' does not use '${id}'`);
      this.requireMetric(metric);
    }
  }
}

function render(source: AlarmSource, period: number): Partial<cloudwatch.MetricAlarmSpec> {
  if ('query' in source) return { metrics: [{ id: 'query', expression: source.query, period, returnData: true }] };
  if ('expression' in source)
    return {
      metrics: [
        { id: 'result', expression: source.expression, returnData: true },
        ...Object.entries(source.metrics).map(([id, { namespace, name, dimensions, statistic }]) => ({
          id,
          metricStat: {
            metric: { namespace, metricName: name, dimensions: dimensionList(dimensions) },
            period,
            stat: statistic,
          },
          returnData: false,
        })),
      ],
    };
  const { namespace, name } = 'filter' in source ? source.filter.metric : source;
  const isPercentile = source.statistic.startsWith('p');
  return {
    namespace,
    metricName: name,
    ...('dimensions' in source && { dimensions: dimensionList(source.dimensions) }),
    ...(isPercentile ? { extendedStatistic: source.statistic } : { statistic: source.statistic }),
    period,
  };
}

function dimensionList(dimensions: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(dimensions).map(([name, value]) => ({ name, value }));
}
