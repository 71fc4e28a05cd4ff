import { late } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import {
  LambdaEventSource,
  type QueueSource,
  type StreamSource,
} from '../../../constructs/lambda/event-source-mapping';
import { Queue } from '../../../constructs/sqs/queue';
import { Table } from '../../../imports/dynamodb.services.k8s.aws';
import { chart, lambdaFunction, wired } from '../scope';
import { policies } from './helpers';

const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/users';
const jobs = (scope: PlatformChart, visibility = 200, id = 'jobs') =>
  new Queue(scope, id, { visibilityTimeout: Duration.seconds(visibility), ...(id.endsWith('.fifo') && { fifo: {} }) });
const fromQueue = (scope: PlatformChart, change: Partial<QueueSource> = {}, worker = lambdaFunction(scope)) =>
  new LambdaEventSource(scope, 'jobs-to-worker', {
    function: worker,
    source: { queue: change.queue ?? jobs(scope), maximumConcurrency: 5, ...change },
  });
const fromStream = (scope: PlatformChart, change: Partial<StreamSource> = {}) => {
  const table = new Table(scope, 'users', { metadata: { name: 'users' }, spec: { tableName: 'users' } as never });
  return new LambdaEventSource(scope, 'users-to-worker', {
    function: lambdaFunction(scope),
    source: {
      streamArn: late(table, 'status.latestStreamARN'),
      tableArn: TABLE,
      startingPosition: 'TRIM_HORIZON',
      retries: 10,
      ...change,
    },
  });
};

describe('LambdaEventSource', () => {
  test('GIVEN a queue WHEN a function reads it THEN failures are told one by one, and its role may receive and decrypt', () => {
    const scope = chart();
    fromQueue(scope, { batchSize: 100, batchWindow: Duration.seconds(20), filters: [{ body: { kind: ['job'] } }] });
    expect(wired(scope)['EventSourceMapping jobs-to-worker']!.spec).toEqual({
      functionRef: { from: { name: 'worker' } },
      eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:jobs',
      enabled: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      batchSize: 100,
      maximumBatchingWindowInSeconds: 20,
      scalingConfig: { maximumConcurrency: 5 },
      filterCriteria: { filters: [{ pattern: '{"body":{"kind":["job"]}}' }] },
      tags: { Environment: 'production', Owner: 'platform-team' },
    });
    expect(policies(scope)['sources']!.map(({ Action }) => Action)).toEqual([
      ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      'kms:Decrypt',
    ]);
  });

  test('GIVEN a stream WHEN a function reads it THEN the ARN is late, bad changes are found by halves, and failures have a place', () => {
    const scope = chart();
    fromStream(scope, { maximumAge: Duration.hours(1), filters: [{ eventName: ['INSERT'] }] });
    expect(wired(scope)['EventSourceMapping users-to-worker']!.spec).toMatchObject({
      functionRef: { from: { name: 'worker' } },
      eventSourceARN: '${users.status.latestStreamARN}',
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 10,
      maximumRecordAgeInSeconds: 3_600,
      parallelizationFactor: 1,
      tumblingWindowInSeconds: 0,
      destinationConfig: { onFailure: { destination: 'arn:aws:sqs:us-east-1:123456789012:failed' } },
      filterCriteria: { filters: [{ pattern: '{"eventName":["INSERT"]}' }] },
    });
    expect(policies(scope)['sources']!.map(({ Resource }) => Resource)).toEqual([
      `${TABLE}/stream/*`,
      '*',
      scope.environment.outputs.keys.data,
    ]);
  });

  test('GIVEN no maximum age WHEN a function reads a stream THEN a change is tried until it leaves the stream', () => {
    const scope = chart();
    fromStream(scope);
    expect(wired(scope)['EventSourceMapping users-to-worker']!.spec['maximumRecordAgeInSeconds']).toBe(-1);
  });

  test('GIVEN a queue that hides messages exactly long enough WHEN a function reads it THEN it is taken', () => {
    const scope = chart();
    expect(() => fromQueue(scope, { queue: jobs(scope, 6 * 30 + 5), batchWindow: Duration.seconds(5) })).not.toThrow();
  });

  const queue = (change: object) => (scope: PlatformChart) => fromQueue(scope, change);
  const stream = (change: object) => (scope: PlatformChart) => fromStream(scope, change);
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a queue that hides messages too briefly',
      (scope) => fromQueue(scope, { queue: jobs(scope, 184), batchWindow: Duration.seconds(5) }),
      "production/test/chart/jobs-to-worker: the queue 'jobs' hides messages for 184 s, at least 185 s are needed: 6 times the function's timeout",
    ],
    ['a batch of none', queue({ batchSize: 0 }), 'batchSize is 0, a whole number from 1 to 10000 is allowed'],
    ['a batch of 11 without a window', queue({ batchSize: 11 }), 'batchSize is 11, more than 10 need a batchWindow'],
    ['a batch of 10,001', queue({ batchSize: 10_001 }), 'batchSize is 10001, a whole number from 1 to 10000'],
    ['a window of 301 s', queue({ batchWindow: Duration.seconds(301) }), 'batchWindow is 301 s, a whole number from 0'],
    [
      'a batch of 11 of a FIFO queue',
      (scope) => fromQueue(scope, { queue: jobs(scope, 200, 'jobs.fifo'), batchSize: 11 }),
      'batchSize is 11, a whole number from 1 to 10 is allowed',
    ],
    [
      'a window of a FIFO queue',
      (scope) => fromQueue(scope, { queue: jobs(scope, 200, 'jobs.fifo'), batchWindow: Duration.seconds(1) }),
      'batchWindow is 1 s, a FIFO queue allows none',
    ],
    ['one consumer', queue({ maximumConcurrency: 1 }), 'maximumConcurrency is 1, a whole number from 2 to 1000'],
    ['1,001 consumers', queue({ maximumConcurrency: 1_001 }), 'maximumConcurrency is 1001, a whole number from 2'],
    [
      'more consumers than the function may be',
      (scope) => fromQueue(scope, {}, lambdaFunction(scope, 'worker', { reservedConcurrency: 4 })),
      "maximumConcurrency is 5, the function 'worker' may run 4 times at once",
    ],
    [
      'six filters',
      queue({ filters: Array(6).fill({ body: { a: ['b'] } }) }),
      'filters is 6, a whole number from 0 to 5',
    ],
    ['a filter without a field', queue({ filters: [{ body: {} }] }), 'filters[0].body is empty, at least one field'],
    ['a filter with a bare value', queue({ filters: [{ body: { a: 'b' } }] }), 'filters[0].body.a is "b", only a list'],
    [
      'a filter of more than 4,096 characters',
      queue({ filters: [{ body: { a: ['b'.repeat(4_096)] } }] }),
      'filters[0] has 4115 characters, at most 4096 are allowed',
    ],
    ['a batch of 10,001 changes', stream({ batchSize: 10_001 }), 'batchSize is 10001, a whole number from 1 to 10000'],
    ['a negative number of retries', stream({ retries: -1 }), 'retries is -1, a whole number from 0 to 10000'],
    ['10,001 retries', stream({ retries: 10_001 }), 'retries is 10001, a whole number from 0 to 10000 is allowed'],
    ['an age of 59 s', stream({ maximumAge: Duration.seconds(59) }), 'maximumAge is 59 s, a whole number from 60'],
    ['an age of 8 days', stream({ maximumAge: Duration.days(8) }), 'maximumAge is 691200 s, a whole number from 60'],
    ['11 batches at once', stream({ parallelization: 11 }), 'parallelization is 11, a whole number from 1 to 10'],
    ['an empty filter of a stream', stream({ filters: [{}] }), 'filters[0] is empty, at least one field is required'],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
