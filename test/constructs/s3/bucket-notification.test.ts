import type { PlatformChart } from '../../../charts/platform-chart';
import type { BucketNotification } from '../../../constructs/s3/bucket-notification';
import { Queue } from '../../../constructs/sqs/queue';
import { bucket, chart, lambdaFunction, manifests } from '../scope';
import { statements } from './helpers';

const ACCOUNT = '123456789012';
const FUNCTION = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:resize`;

describe('notifications of a bucket', () => {
  test('GIVEN a function and a queue WHEN they are notified THEN filters are as AWS answers, and the queue lets this bucket send', () => {
    const scope = chart();
    const queue = new Queue(scope, 'changes');
    bucket(scope, 'files', {
      notifications: {
        made: { events: ['s3:ObjectCreated:*'], prefix: 'in/', suffix: '.png', to: lambdaFunction(scope, 'resize') },
        gone: { events: ['s3:ObjectRemoved:*', 's3:LifecycleExpiration:*'], to: queue },
      },
    });
    expect(manifests(scope)['files']!.spec['notification']).toEqual({
      lambdaFunctionConfigurations: [
        {
          id: 'made',
          events: ['s3:ObjectCreated:*'],
          filter: {
            key: {
              filterRules: [
                { name: 'Prefix', value: 'in/' },
                { name: 'Suffix', value: '.png' },
              ],
            },
          },
          lambdaFunctionARN: FUNCTION,
        },
      ],
      queueConfigurations: [
        { id: 'gone', events: ['s3:ObjectRemoved:*', 's3:LifecycleExpiration:*'], queueARN: queue.arn },
      ],
    });
    expect(statements(scope, 'changes')[0]).toMatchObject({
      Principal: { Service: 's3.amazonaws.com' },
      Condition: {
        ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::files-123456789012-us-east-1' },
        StringEquals: { 'aws:SourceAccount': ACCOUNT },
      },
    });
  });

  test('GIVEN a function WHEN it is notified after the bucket was made THEN it is told, and may be invoked for this bucket', () => {
    const scope = chart();
    const files = bucket(scope, 'files');
    files.notify('made', { events: ['s3:ObjectCreated:*'], to: lambdaFunction(scope, 'resize') });
    const all = manifests(scope);
    expect(all['files']!.spec['notification']).toEqual({
      lambdaFunctionConfigurations: [{ id: 'made', events: ['s3:ObjectCreated:*'], lambdaFunctionARN: FUNCTION }],
    });
    expect(all['resize-files']!.spec['forProvider']).toMatchObject({
      principal: 's3.amazonaws.com',
      sourceArn: 'arn:aws:s3:::files-123456789012-us-east-1',
      sourceAccount: ACCOUNT,
    });
  });

  test.each<[string, Partial<BucketNotification>, Partial<BucketNotification>]>([
    ['prefixes', { prefix: 'a/' }, { prefix: 'b/' }],
    ['suffixes', { prefix: 'a/', suffix: '.png' }, { prefix: 'a/', suffix: '.jpg' }],
    ['events', { events: ['s3:ObjectCreated:Put'] }, { events: ['s3:ObjectCreated:Post'] }],
  ])('GIVEN notifications that differ in %s WHEN a bucket is made THEN S3 can tell them apart', (_what, one, other) => {
    const scope = chart();
    const to = lambdaFunction(scope);
    const events = ['s3:ObjectCreated:*'] as const;
    expect(() =>
      bucket(scope, 'files', { notifications: { one: { events, to, ...one }, other: { events, to, ...other } } }),
    ).not.toThrow();
  });

  const where = 'production/test/chart';
  const notified = (scope: PlatformChart, ...all: Partial<BucketNotification>[]) => {
    const to = lambdaFunction(scope);
    return bucket(scope, 'b', {
      notifications: Object.fromEntries(
        all.map((one, index) => [
          `n${index}`,
          { events: ['s3:ObjectCreated:*'], to, ...one } satisfies BucketNotification,
        ]),
      ),
    });
  };

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
    [
      'an event twice for all keys',
      (scope) => notified(scope, {}, { prefix: 'a/' }),
      `${where}/b: notifications.n1 and notifications.n0 both take s3:ObjectCreated:* of the same keys: their prefixes or suffixes have to differ`,
    ],
    [
      'an event within another’s',
      (scope) => notified(scope, { events: ['s3:ObjectCreated:Put'], suffix: 'g' }, { suffix: '.png' }),
      'notifications.n1 and notifications.n0 both take s3:ObjectCreated:Put of the same keys',
    ],
    [
      'two notifications of one name',
      (scope) => {
        const to = lambdaFunction(scope);
        const files = bucket(scope, 'b', { notifications: { made: { events: ['s3:ObjectCreated:*'], to } } });
        files.notify('made', { events: ['s3:ObjectRemoved:*'], to });
      },
      `${where}/b: notifications.made is there already, each needs its own name`,
    ],
    ['a notification of nothing', (scope) => notified(scope, { events: [] }), 'notifications.n0 has no events'],
    [
      'a notification to a FIFO queue',
      (scope) => notified(scope, { to: new Queue(scope, 'q.fifo', { fifo: {} }) }),
      'notifications.n0 goes to q.fifo, only standard queues are allowed',
    ],
    [
      'a filter of 1,025 characters',
      (scope) => notified(scope, { suffix: 'a'.repeat(1_025) }),
      'notifications.n0: suffix has 1025 characters, at most 1,024 are allowed',
    ],
    [
      '101 notifications',
      (scope) => notified(scope, ...Array.from({ length: 101 }, (_, i) => ({ prefix: `p${i}/` }))),
      `${where}/b: 101 notifications, at most 100 are allowed`,
    ],
  ])('GIVEN %s WHEN it is made THEN the message says where, what and what is allowed', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
