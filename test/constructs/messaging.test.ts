import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../charts/platform-chart';
import { ApiDestination } from '../../constructs/eventbridge/api-destination';
import { Archive } from '../../constructs/eventbridge/archive';
import { Connection } from '../../constructs/eventbridge/connection';
import { EventBus } from '../../constructs/eventbridge/event-bus';
import { Rule } from '../../constructs/eventbridge/rule';
import { Role } from '../../constructs/iam/role';
import { Subscription } from '../../constructs/sns/subscription';
import { Topic } from '../../constructs/sns/topic';
import { Queue } from '../../constructs/sqs/queue';
import { chart, lambdaFunction, manifests } from './scope';

const ARN = 'arn:aws:sqs:us-east-1:123456789012';

describe('Queue', () => {
  test('GIVEN only a name WHEN a queue is made THEN it is encrypted, TLS only, long polling, tagged for backup and never deleted', () => {
    const scope = chart();
    new Queue(scope, 'orders');
    const { metadata, spec } = manifests(scope)['orders']!;
    expect(metadata.namespace).toBe('aws');
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
      'services.k8s.aws/region': 'us-east-1',
    });
    expect(spec).toMatchObject({
      queueName: 'orders',
      visibilityTimeout: '30',
      receiveMessageWaitTimeSeconds: '20',
      tags: { Backup: 'platform' },
    });
    expect(spec['kmsMasterKeyID']).toMatch(/^arn:aws:kms:us-east-1:123456789012:key\//);
    expect(JSON.parse(String(spec['policy'])).Statement).toEqual([
      {
        Sid: 'DenyWithoutTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: `${ARN}:orders`,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  test('GIVEN a dead-letter queue WHEN it is made THEN only its source may use it', () => {
    const scope = chart();
    new Queue(scope, 'a.fifo', { fifo: { contentBasedDeduplication: true }, deadLetter: { maxReceiveCount: 3 } });
    const { 'a.fifo': source, 'a-dlq.fifo': dlq } = manifests(scope);
    expect(source!.spec['redrivePolicy']).toBe(`{"deadLetterTargetArn":"${ARN}:a-dlq.fifo","maxReceiveCount":3}`);
    expect(dlq!.spec).toMatchObject({ fifoQueue: 'true', messageRetentionPeriod: '1209600' });
    expect(dlq!.spec['redriveAllowPolicy']).toBe(`{"redrivePermission":"byQueue","sourceQueueArns":["${ARN}:a.fifo"]}`);
  });

  test('GIVEN a standard queue WHEN it is made THEN no FIFO field is there: AWS refuses fifoQueue "false"', () => {
    const scope = chart();
    new Queue(scope, 'orders');
    expect(Object.keys(manifests(scope)['orders']!.spec).filter((field) => /fifo|dedup/i.test(field))).toEqual([]);
  });

  test('GIVEN an environment with a prefix WHEN a queue is made THEN AWS has the prefix and Kubernetes has not', () => {
    const scope = chart({ namePrefix: 'staging-' });
    expect(new Queue(scope, 'orders').arn).toBe(`${ARN}:staging-orders`);
    expect(manifests(scope)['orders']!.spec['queueName']).toBe('staging-orders');
  });

  test('GIVEN an exception with a reason WHEN a queue is made THEN it is deleted with its manifest and the reason is written down', () => {
    const scope = chart();
    new Queue(scope, 'scratch', { removal: { destroyable: true, because: 'holds nothing but load tests' } });
    expect(manifests(scope)['scratch']!.metadata.annotations).toEqual({
      'exception.platform.company.com/stateful-retained': 'holds nothing but load tests',
      'services.k8s.aws/region': 'us-east-1',
    });
  });
});

describe('Topic, Subscription and Rule', () => {
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

  test.each([
    ['a topic', new Topic(chart(), 'events').publishStatements, 'sns:Publish', 'sns'],
    ['a queue', new Queue(chart(), 'orders').sendStatements, 'sqs:SendMessage', 'sqs'],
  ])(
    'GIVEN %s WHEN a role is to send to it THEN it gets the key too, through the service alone',
    (_what, [send, key], action, service) => {
      expect(send!.actions).toEqual([action]);
      expect(key).toMatchObject({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        conditions: { StringEquals: { 'kms:ViaService': `${service}.us-east-1.amazonaws.com` } },
      });
    },
  );

  test('GIVEN a topic without encryption WHEN a role is to publish THEN it needs no key', () => {
    const topic = new Topic(chart(), 'events', { encryption: { none: true, because: 'names of events only' } });
    expect(topic.publishStatements.map(({ actions }) => actions)).toEqual([['sns:Publish']]);
  });

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
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
  const long = 'q'.repeat(81);
  const bus = (scope: PlatformChart) => new EventBus(scope, 'bus', { description: 'Bus' });
  const lost = (scope: PlatformChart) => new Queue(scope, 'lost');
  const rule = (scope: PlatformChart, change: object) =>
    new Rule(scope, 'rule', {
      bus: bus(scope),
      description: '',
      pattern: { source: ['a'] },
      targets: [{ id: 'a', topic: new Topic(scope, 'target') }],
      deadLetterQueue: lost(scope),
      ...change,
    });
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a queue name of 81 characters',
      (scope) => new Queue(scope, long),
      `production/test/chart/${long}: queue name '${long}' (81 characters) is not allowed, only at most 80`,
    ],
    [
      'a queue name with a dot',
      (scope) => new Queue(scope, 'a.b'),
      'at most 80 letters, digits, hyphens and underscores',
    ],
    ['a FIFO name without the prop', (scope) => new Queue(scope, 'a.fifo'), 'this one has only the name'],
    ['the prop without a FIFO name', (scope) => new Queue(scope, 'a', { fifo: {} }), 'this one has only the prop'],
    [
      'a retention of 15 days',
      (scope) => new Queue(scope, 'a', { retention: Duration.days(15) }),
      'retention is 1296000 s, a whole number from 60 to 1209600 s is allowed',
    ],
    ['a retention of 59 s', (scope) => new Queue(scope, 'a', { retention: Duration.seconds(59) }), 'retention is 59 s'],
    [
      'a visibility timeout of 13 h',
      (scope) => new Queue(scope, 'a', { visibilityTimeout: Duration.hours(13) }),
      'from 0 to 43200 s',
    ],
    ['a delay of 16 min', (scope) => new Queue(scope, 'a', { delay: Duration.minutes(16) }), 'from 0 to 900 s'],
    [
      'a receive wait of 21 s',
      (scope) => new Queue(scope, 'a', { receiveWait: Duration.seconds(21) }),
      'from 0 to 20 s',
    ],
    [
      'a receive count of 0',
      (scope) => new Queue(scope, 'a', { deadLetter: { maxReceiveCount: 0 } }),
      'from 1 to 1000',
    ],
    [
      'per-group throughput with queue scope',
      (scope) => new Queue(scope, 'a.fifo', { fifo: { deduplicationScope: 'queue' } }),
      "only with deduplicationScope messageGroup, not 'queue'",
    ],
    [
      'an exception without a reason',
      (scope) => new Queue(scope, 'a', { removal: { destroyable: true, because: 'x' } }),
      'a reason of at least 10 characters',
    ],
    ['a topic name with a space', (scope) => new Topic(scope, 'a b'), 'at most 256 letters'],
    [
      'a display name of 101 characters',
      (scope) => new Topic(scope, 'a', { displayName: 'd'.repeat(101) }),
      'at most 100 are allowed',
    ],
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
    [
      'a pattern with a bare value',
      (scope) => rule(scope, { pattern: { source: 'a' } }),
      'pattern.source is "a", only a list of values',
    ],
    [
      'a pattern with an empty list',
      (scope) => rule(scope, { pattern: { source: [] } }),
      'pattern.source is an empty list',
    ],
    ['an empty pattern', (scope) => rule(scope, { pattern: {} }), 'pattern is empty'],
    [
      'a pattern of 2,049 characters',
      (scope) => rule(scope, { pattern: { source: ['s'.repeat(2_036)] } }),
      'at most 2048 are allowed',
    ],
    ['a bus named default', (scope) => new EventBus(scope, 'default', { description: '' }), "except 'default'"],
    [
      'an archive name of 49 characters',
      (scope) => new Archive(scope, 'a'.repeat(49), { bus: bus(scope), description: '' }),
      'at most 48',
    ],
    [
      'an endpoint without TLS',
      (scope) =>
        new ApiDestination(scope, 'd', {
          connection: new Connection(scope, 'c', {
            description: '',
            apiKey: { header: 'h', secret: { name: 's', key: 'k' } },
          }),
          description: '',
          endpoint: 'http://a.b',
          method: 'POST',
          ratePerSecond: 1,
        }),
      'an https URL',
    ],
    [
      'a role that allows a wildcard action',
      (scope) =>
        new Role(scope, 'r', {
          description: '',
          assumedBy: { service: 'events.amazonaws.com' },
          policies: { p: [{ sid: 'A', actions: ['sqs:*'], resources: ['arn'] }] },
        }),
      "A allows 'sqs:*', name what is needed",
    ],
    [
      'a role that allows every resource',
      (scope) =>
        new Role(scope, 'r', {
          description: '',
          assumedBy: { service: 'events.amazonaws.com' },
          policies: { p: [{ sid: 'A', actions: ['sqs:SendMessage'], resources: ['*'] }] },
        }),
      "A allows '*'",
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
