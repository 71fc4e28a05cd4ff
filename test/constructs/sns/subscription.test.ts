import type { PlatformChart } from '../../../charts/platform-chart';
import { EventBus } from '../../../constructs/eventbridge/event-bus';
import { Rule } from '../../../constructs/eventbridge/rule';
import { Subscription } from '../../../constructs/sns/subscription';
import { Topic } from '../../../constructs/sns/topic';
import { Queue } from '../../../constructs/sqs/queue';
import { chart, lambdaFunction, manifests } from '../scope';

const ARN = 'arn:aws:sqs:us-east-1:123456789012';

describe('Subscription', () => {
  test('GIVEN a subscription of a queue WHEN it is made THEN the topic and nobody else may send to the queue and its dead-letter queue', () => {
    const scope = chart();
    const topic = new Topic(scope, 'events');
    const queue = new Queue(scope, 'orders');
    const deadLetterQueue = new Queue(scope, 'lost');
    new Subscription(scope, 'events-to-orders', { topic, endpoint: { queue }, deadLetterQueue });
    const all = manifests(scope);
    expect(all['events-to-orders']!.spec).toEqual({
      topicRef: { from: { name: 'events' } },
      protocol: 'sqs',
      endpoint: `${ARN}:orders`,
      rawMessageDelivery: 'true',
      redrivePolicy: `{"deadLetterTargetArn":"${ARN}:lost"}`,
    });
    for (const name of ['orders', 'lost'])
      expect(JSON.parse(String(all[name]!.spec['policy'])).Statement[0]).toEqual({
        Sid: 'AllowSns',
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: `${ARN}:${name}`,
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:123456789012:events' } },
      });
  });

  test('GIVEN functions WHEN a topic and a rule are given them THEN each gets its permission, and is named by its ARN', () => {
    const scope = chart();
    const deadLetterQueue = new Queue(scope, 'lost');
    const worker = lambdaFunction(scope);
    new Subscription(scope, 'events-to-worker', {
      topic: new Topic(scope, 'events'),
      endpoint: { function: worker },
      deadLetterQueue,
    });
    new Rule(scope, 'large', {
      bus: new EventBus(scope, 'shop', { description: 'Shop' }),
      description: 'Large',
      pattern: { source: ['shop'] },
      deadLetterQueue,
      targets: [{ id: 'worker', function: worker }],
    });
    const all = manifests(scope);
    expect(all['events-to-worker']!.spec).toMatchObject({ protocol: 'lambda', endpoint: worker.arn });
    expect(all['events-to-worker']!.spec['rawMessageDelivery']).toBeUndefined();
    expect(all['large']!.spec['targets']).toMatchObject([{ id: 'worker', arn: worker.arn }]);
    expect(all['worker-events']!.spec['forProvider']).toMatchObject({
      principal: 'sns.amazonaws.com',
      sourceArn: 'arn:aws:sns:us-east-1:123456789012:events',
    });
    expect(all['worker-large']!.spec['forProvider']).toMatchObject({
      principal: 'events.amazonaws.com',
      sourceArn: 'arn:aws:events:us-east-1:123456789012:rule/shop/large',
    });
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a FIFO topic to a standard queue',
      (scope) =>
        new Subscription(scope, 's', {
          topic: new Topic(scope, 'a.fifo', { fifo: {} }),
          endpoint: { queue: new Queue(scope, 'q') },
        }),
      "the FIFO topic 'a.fifo' delivers to FIFO queues only, 'q' is a standard queue",
    ],
    [
      'a FIFO topic to an e-mail address',
      (scope) =>
        new Subscription(scope, 's', {
          topic: new Topic(scope, 'a.fifo', { fifo: {} }),
          endpoint: { email: 'a@b.co' },
        }),
      'delivers to FIFO queues only',
    ],
    [
      'a standard topic with a FIFO dead-letter queue',
      (scope) =>
        new Subscription(scope, 's', {
          topic: new Topic(scope, 'a'),
          endpoint: { email: 'a@b.co' },
          deadLetterQueue: new Queue(scope, 'q.fifo', { fifo: {} }),
        }),
      "'q.fifo' is a FIFO queue",
    ],
    [
      'a filter of six attributes',
      (scope) =>
        new Subscription(scope, 's', {
          topic: new Topic(scope, 'a'),
          endpoint: { email: 'a@b.co' },
          filterPolicy: { a: [1], b: [1], c: [1], d: [1], e: [1], f: [1] },
        }),
      'filterPolicy is 6 attributes, a whole number from 1 to 5',
    ],
    [
      'a filter of 151 combinations',
      (scope) =>
        new Subscription(scope, 's', {
          topic: new Topic(scope, 'a'),
          endpoint: { email: 'a@b.co' },
          filterPolicy: { a: Array(151).fill('x') },
        }),
      'from 1 to 150 combinations',
    ],
    [
      'an empty filter list',
      (scope) =>
        new Subscription(scope, 's', {
          topic: new Topic(scope, 'a'),
          endpoint: { email: 'a@b.co' },
          filterPolicy: { a: [] },
        }),
      'filterPolicy.a is empty',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
