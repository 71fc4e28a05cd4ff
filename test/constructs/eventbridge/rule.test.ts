import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { EventBus } from '../../../constructs/eventbridge/event-bus';
import { Rule } from '../../../constructs/eventbridge/rule';
import { Topic } from '../../../constructs/sns/topic';
import { Queue } from '../../../constructs/sqs/queue';
import { chart, manifests } from '../scope';
import { rule } from './helpers';

describe('Rule', () => {
  test('GIVEN a rule on a custom bus WHEN it is made THEN its ARN has the bus, and queue and topic let it in', () => {
    const scope = chart();
    const bus = new EventBus(scope, 'shop', { description: 'Shop' });
    const queue = new Queue(scope, 'orders');
    const topic = new Topic(scope, 'events');
    const deadLetterQueue = new Queue(scope, 'lost');
    const pattern = { source: ['shop'], detail: { total: [{ numeric: ['>', 100] }] } };
    new Rule(scope, 'large', {
      bus,
      description: 'Large',
      pattern,
      deadLetterQueue,
      targets: [
        { id: 'q', queue },
        { id: 't', topic },
      ],
    });
    const all = manifests(scope);
    expect(all['large']!.spec['eventPattern']).toBe('{"detail":{"total":[{"numeric":[">",100]}]},"source":["shop"]}');
    expect(String(all['orders']!.spec['policy'])).toContain('arn:aws:events:us-east-1:123456789012:rule/shop/large');
    expect(String(all['lost']!.spec['policy'])).toContain('arn:aws:events:us-east-1:123456789012:rule/shop/large');
    expect(JSON.parse(String(all['events']!.spec['policy'])).Statement[0]).toMatchObject({
      Sid: 'AllowEvents',
      Action: 'sns:Publish',
    });
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'six targets',
      (scope) =>
        rule(scope, { targets: [1, 2, 3, 4, 5, 6].map((id) => ({ id: `t${id}`, queue: new Queue(scope, `q${id}`) })) }),
      'targets is 6, a whole number from 1 to 5',
    ],
    [
      'a target id twice',
      (scope) =>
        rule(scope, {
          targets: [
            { id: 'a', queue: new Queue(scope, 'x') },
            { id: 'a', queue: new Queue(scope, 'y') },
          ],
        }),
      'targets.a: the id stands twice',
    ],
    [
      'a FIFO target without a group',
      (scope) => rule(scope, { targets: [{ id: 'a', queue: new Queue(scope, 'q.fifo', { fifo: {} }) }] }),
      'messageGroupId is required',
    ],
    [
      'a FIFO dead-letter queue of a rule',
      (scope) => rule(scope, { deadLetterQueue: new Queue(scope, 'q.fifo', { fifo: {} }) }),
      'only a standard queue is allowed',
    ],
    [
      '186 attempts',
      (scope) =>
        rule(scope, {
          targets: [{ id: 'a', queue: new Queue(scope, 'x'), retry: { attempts: 186, maxAge: Duration.hours(1) } }],
        }),
      'from 0 to 185',
    ],
    [
      'a template with an unknown path',
      (scope) =>
        rule(scope, {
          targets: [{ id: 'a', queue: new Queue(scope, 'x'), input: { paths: { b: '$.b' }, template: '"<c>"' } }],
        }),
      'uses <c>, allowed are b',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
