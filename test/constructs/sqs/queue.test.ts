import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { Queue } from '../../../constructs/sqs/queue';
import { statements } from '../s3/helpers';
import { chart, manifests } from '../scope';

const ARN = 'arn:aws:sqs:us-east-1:123456789012';

const ACCOUNT = '123456789012';

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

  test('GIVEN a queue WHEN a role is to send to it THEN it gets the key too, through the service alone', () => {
    const [send, key] = new Queue(chart(), 'orders').sendStatements;
    expect(send!.actions).toEqual(['sqs:SendMessage']);
    expect(key).toMatchObject({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      conditions: { StringEquals: { 'kms:ViaService': 'sqs.us-east-1.amazonaws.com' } },
    });
  });

  const long = 'q'.repeat(81);
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
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });

  test('GIVEN a source whose ARN has an account WHEN it may send THEN the account is not asked for again', () => {
    const scope = chart();
    new Queue(scope, 'changes').allowSend('events.amazonaws.com', `arn:aws:events:us-east-1:${ACCOUNT}:rule/r`);
    expect(statements(scope, 'changes')[0]!.Condition).toEqual({
      ArnEquals: { 'aws:SourceArn': `arn:aws:events:us-east-1:${ACCOUNT}:rule/r` },
    });
  });
});
