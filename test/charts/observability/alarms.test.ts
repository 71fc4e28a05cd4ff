import { ALARMED_POLICY } from '@aws-platform/engine/aws';
import { ApiObject, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Sns } from '../../../charts/messaging/sns';
import { Alarms } from '../../../charts/observability/alarms';
import { CloudWatch } from '../../../charts/observability/cloudwatch';
import { Dashboards } from '../../../charts/observability/dashboards';
import { PlatformChart } from '../../../charts/platform-chart';
import { exception } from '../../../constructs/core/exception';
import { Topic } from '../../../constructs/sns/topic';
import { Queue } from '../../../constructs/sqs/queue';
import type { Environment } from '../../../environments';
import { chart, environment, wired } from '../../constructs/scope';

/** Declares that an object needs no alarms, as whoever owns it would. */
function unalarmed(owner: Construct, because: string): void {
  const resource = ApiObject.of(owner.node.findChild('Resource'));
  for (const [key, value] of Object.entries(exception(owner, { policy: ALARMED_POLICY, because, prop: 'unalarmed' })))
    resource.metadata.addAnnotation(key, value);
}

describe('alarms of the tree', () => {
  /** What the registry does with the last charts, over a chart with some objects. */
  function watchedChart(make: (scope: PlatformChart) => void, change: Partial<Environment> = {}) {
    const scope = chart(change);
    make(scope);
    const home = environment(change);
    const tree = scope.node.root.node.findChild('production') as Construct;
    const topics = new PlatformChart(tree, 'topics', home);
    const sns = {
      alerts: new Topic(topics, 'alerts'),
      alertsDr: new Topic(topics, 'alerts-dr', { region: 'us-west-2' }),
    } as unknown as Sns;
    const cloudWatch = new CloudWatch(tree, 'cloudwatch', home, { sns });
    const alarms = new Alarms(tree, 'alarms', home, { sns, cloudWatch, root: scope });
    new Dashboards(tree, 'dashboards', home, { alarms });
    return { scope, alarms, all: wired(scope) };
  }

  test('GIVEN queues WHEN the tree is watched THEN consumers are by age, at most half of what is kept, and dead letters by number', () => {
    const { all } = watchedChart((scope) => {
      new Queue(scope, 'orders', { deadLetter: { maxReceiveCount: 3 } });
      new Queue(scope, 'short', {
        retention: Duration.minutes(10),
        deadLetter: { none: true, because: 'nothing is worth keeping' },
      });
    });
    expect(all['MetricAlarm sqs-orders-oldest-message']!.spec).toMatchObject({ threshold: 900, evaluationPeriods: 3 });
    expect(all['MetricAlarm sqs-short-oldest-message']!.spec).toMatchObject({ threshold: 300 });
    expect(all['MetricAlarm sqs-orders-dlq-messages']!.spec).toMatchObject({
      metricName: 'ApproximateNumberOfMessagesVisible',
      threshold: 0,
      dimensions: [{ name: 'QueueName', value: 'orders-dlq' }],
    });
    expect(all['CompositeAlarm test-health']!.spec['forProvider']).toMatchObject({
      alarmRule: expect.stringContaining('alarm:sqs-short-oldest-message'),
    });
    expect(all['CompositeAlarm platform-health']!.spec['forProvider']).toMatchObject({
      alarmRule: expect.stringContaining('alarm:test-health'),
    });
    expect(String(all['Dashboard platform']!.spec['dashboardBody'])).toContain('sqs ApproximateAgeOfOldestMessage');
  });

  test('GIVEN a queue that says why it needs no alarm WHEN the tree is watched THEN it has none', () => {
    const { all } = watchedChart((scope) => {
      unalarmed(new Queue(scope, 'orders'), 'a person looks at it every day');
      new Queue(scope, 'others');
    });
    expect(Object.keys(all)).not.toContain('MetricAlarm sqs-orders-oldest-message');
    expect(Object.keys(all)).toContain('MetricAlarm sqs-others-oldest-message');
    expect(() => unalarmed(new Queue(chart(), 'orders'), 'no')).toThrow(/a reason of at least 10 characters/);
  });

  test('GIVEN a topic of the DR region WHEN the tree is watched THEN its alarm is there, and tells the topic of there', () => {
    const { all } = watchedChart((scope) => void new Topic(scope, 'far', { region: 'us-west-2' }));
    const { metadata, spec } = all['MetricAlarm sns-far-failed']!;
    expect(metadata.annotations!['services.k8s.aws/region']).toBe('us-west-2');
    expect(spec['alarmActions']).toEqual(['arn:aws:sns:us-west-2:123456789012:alerts-dr']);
  });

  test('GIVEN more alarms than one rule can hold WHEN the tree is watched THEN they are in several, and the dashboard still fits', () => {
    const { all } = watchedChart((scope) => {
      for (let index = 0; index < 250; index++) new Queue(scope, `queue-${index}`);
    });
    expect(Object.keys(all).filter((name) => /^CompositeAlarm test-health/.test(name)).length).toBeGreaterThan(2);
    expect(String(all['Dashboard platform']!.spec['dashboardBody'])).toContain('(50 of 250)');
  });
});
