import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { Topic } from '../../../constructs/sns/topic';
import { chart, manifests } from '../scope';
import { age, alarm } from './helpers';

const specOf = (scope: PlatformChart, name: string) => manifests(scope)[name]!.spec;

describe('MetricAlarm', () => {
  test('GIVEN a metric WHEN an alarm is made THEN what AWS would fill in is written out, and the topic lets it publish', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const topic = new Topic(scope, 'alerts');
    alarm(scope, { topic, evaluationPeriods: 3 });
    expect(specOf(scope, 'late-orders')).toMatchObject({
      name: 'staging-late-orders',
      namespace: 'AWS/SQS',
      dimensions: [{ name: 'QueueName', value: 'orders' }],
      comparisonOperator: 'GreaterThanThreshold',
      period: 300,
      evaluationPeriods: 3,
      datapointsToAlarm: 3,
      treatMissingData: 'notBreaching',
      actionsEnabled: true,
      alarmActions: [topic.arn],
      oKActions: [topic.arn],
    });
    const policy = JSON.parse(String(specOf(scope, 'alerts')['policy']));
    expect(policy.Statement[0]).toMatchObject({
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:staging-*' },
        StringEquals: { 'aws:SourceAccount': '123456789012' },
      },
    });
  });

  test('GIVEN a percentile, a query and metric math WHEN alarms are made THEN each stands where AWS wants it', () => {
    const scope = chart();
    alarm(scope, { source: { ...age, statistic: 'p95' } }, 'percentile');
    alarm(scope, { source: { query: 'SELECT MAX("CPUUtilization") FROM SCHEMA("AWS/EC2", InstanceId)' } }, 'query');
    alarm(scope, { source: { expression: 'FILL(age, 0)', metrics: { age } } }, 'math');
    expect(specOf(scope, 'percentile')).toMatchObject({ extendedStatistic: 'p95' });
    expect(specOf(scope, 'percentile')).not.toHaveProperty('statistic');
    expect(specOf(scope, 'query')).toMatchObject({ metrics: [{ id: 'query', period: 300, returnData: true }] });
    expect(specOf(scope, 'query')).not.toHaveProperty('period');
    expect(specOf(scope, 'math')['metrics']).toMatchObject([
      { id: 'result', expression: 'FILL(age, 0)', returnData: true },
      { id: 'age', metricStat: { period: 300, stat: 'Maximum' }, returnData: false },
    ]);
  });

  const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`m${index}`, age]));

  test.each<[string, object, string, RegExp]>([
    ['a name of 256 characters', { alarmName: 'a'.repeat(256) }, 'x', /alarm name .* 1 to 255 characters/],
    ['a control character in its name', { alarmName: 'a\u0007' }, 'x', /no control characters/],
    ['a description of 1,025 characters', { description: 'a'.repeat(1_025) }, 'x', /at most 1024 are allowed/],
    ['a period of 90 s', { period: Duration.seconds(90) }, 'x', /period is 90 s, a multiple of 60 s is allowed/],
    ['periods of more than a day', { evaluationPeriods: 289 }, 'x', /evaluationPeriods is 289 of 300 s, .* 1 to 288/],
    [
      'periods of more than a week',
      { period: Duration.days(1), evaluationPeriods: 8 },
      'x',
      /a whole number from 1 to 7/,
    ],
    [
      'more datapoints than periods',
      { evaluationPeriods: 2, datapointsToAlarm: 3 },
      'x',
      /datapointsToAlarm is 3, .* 1 to 2/,
    ],
    ['no number as its threshold', { threshold: Number.NaN }, 'x', /threshold is NaN, a number is required/],
    [
      'an unknown namespace',
      { source: { ...age, namespace: 'AWS/Queues' } },
      'x',
      /namespace 'AWS\/Queues' is not known/,
    ],
    ['a metric that nobody publishes', { source: { ...age, name: 'Age' } }, 'x', /AWS\/SQS publishes no metric 'Age'/],
    [
      'a metric of another service',
      { source: { ...age, name: 'Errors' } },
      'x',
      /publishes no metric 'Errors', allowed are/,
    ],
    ['a dimension too few', { source: { ...age, dimensions: {} } }, 'x', /by QueueName, not by nothing/],
    [
      'a dimension too many',
      { source: { ...age, dimensions: { QueueName: 'a', Queue: 'b' } } },
      'x',
      /not by Queue, QueueName/,
    ],
    ['an empty dimension', { source: { ...age, dimensions: { QueueName: '' } } }, 'x', /QueueName has 0 characters/],
    ['an unknown statistic', { source: { ...age, statistic: 'p101' } }, 'x', /statistic 'p101' .* percentiles/],
    [
      '11 metrics',
      { source: { expression: Object.keys(many).join('+'), metrics: many } },
      'x',
      /metrics is 11 metrics, .* 1 to 10/,
    ],
    [
      'a metric that its expression does not use',
      { source: { expression: 'b', metrics: { a: age } } },
      'x',
      /does not use 'a'/,
    ],
    ['a text that is no query', { source: { query: 'DROP TABLE metrics' } }, 'x', /is no query/],
    [
      'a query for what nobody publishes',
      { source: { query: 'SELECT MAX("Cpu") FROM SCHEMA("AWS/EC2", InstanceId)' } },
      'x',
      /no metric 'Cpu'/,
    ],
    [
      'a query that looks back 4 hours',
      { source: { query: 'SELECT MAX("CPUUtilization") FROM "AWS/EC2"' }, evaluationPeriods: 48 },
      'x',
      /1 to 36/,
    ],
  ])('GIVEN %s WHEN an alarm is made THEN it is refused', (_what, change, id, message) => {
    expect(() => alarm(chart(), change, id)).toThrow(message);
  });

  test('GIVEN a topic of another region WHEN an alarm is to tell it THEN it is refused', () => {
    const scope = chart();
    const topic = new Topic(scope, 'alerts-dr', { region: 'us-west-2' });
    expect(() => alarm(scope, { topic })).toThrow(/'alerts-dr' is in us-west-2, allowed are those of .* us-east-1/);
    expect(() => new Topic(scope, 'far', { region: 'eu-west-1' })).toThrow(/there is no key; us-east-1 and us-west-2/);
  });
});
