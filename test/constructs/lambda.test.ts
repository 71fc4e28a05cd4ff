import { late } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../charts/platform-chart';
import { SecurityGroup } from '../../constructs/ec2/security-group';
import { LambdaEventSource, type QueueSource, type StreamSource } from '../../constructs/lambda/event-source-mapping';
import { LambdaPermission } from '../../constructs/lambda/permission';
import { sendEmailStatement } from '../../constructs/ses/statements';
import { Queue } from '../../constructs/sqs/queue';
import { Table } from '../../imports/dynamodb.services.k8s.aws';
import { lambdaRuntimes, RUNTIMES_AS_OF } from '../../packages/engine/src/aws/lambda-runtimes';
import { chart, environment, lambdaFunction, wired } from './scope';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function';
const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/users';

const policies = (scope: PlatformChart, role = 'lambda-worker') =>
  Object.fromEntries(
    Object.entries(wired(scope)[`Role ${role}`]!.spec['inlinePolicies'] as Record<string, string>).map(
      ([name, text]) => [name, JSON.parse(text).Statement as { Sid: string; [element: string]: unknown }[]],
    ),
  );
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

describe('LambdaFunction', () => {
  test('GIVEN a function WHEN it is made THEN all that AWS has defaults for is written out, and failures have a place', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const worker = lambdaFunction(scope);
    expect(worker.arn).toBe(`${ARN}:staging-worker`);
    expect(wired(scope)['Function worker']!.spec).toEqual({
      name: 'staging-worker',
      description: 'Works',
      packageType: 'Zip',
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      architectures: ['arm64'],
      code: { s3Bucket: 'artifacts', s3Key: 'functions/worker/1.zip', sha256: `${'a'.repeat(43)}=` },
      role: 'arn:aws:iam::123456789012:role/platform/staging-lambda-worker',
      timeout: 30,
      memorySize: 256,
      ephemeralStorage: { size: 512 },
      loggingConfig: {
        logFormat: 'JSON',
        applicationLogLevel: 'INFO',
        systemLogLevel: 'INFO',
        logGroup: 'staging-functions',
      },
      tracingConfig: { mode: 'Active' },
      snapStart: { applyOn: 'None' },
      functionEventInvokeConfig: {
        maximumRetryAttempts: 2,
        maximumEventAgeInSeconds: 21_600,
        destinationConfig: {
          onFailure: { destination: 'arn:aws:sqs:us-east-1:123456789012:staging-failed' },
          // v1.14.1 of the controller reads an empty one where there is none
          onSuccess: {},
        },
      },
      tags: { Environment: 'production', Owner: 'platform-team' },
    });
  });

  test('GIVEN a function that asks for nothing WHEN it is made THEN its role may log, trace and tell of failures', () => {
    const scope = chart();
    lambdaFunction(scope);
    const { run, ...others } = policies(scope);
    expect(others).toEqual({});
    expect(run!.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['WriteLogs', 'arn:aws:logs:us-east-1:123456789012:log-group:functions:*'],
      ['Trace', '*'],
      ['SendToFailed', 'arn:aws:sqs:us-east-1:123456789012:failed'],
      ['KeyToSendToFailed', scope.environment.outputs.keys.messaging],
    ]);
  });

  test('GIVEN variables WHEN it is made THEN they are encrypted with the data key, which only this function can use for them', () => {
    const scope = chart();
    lambdaFunction(scope, 'worker', { variables: { MODE: 'fast' } });
    const { data } = scope.environment.outputs.keys;
    expect(wired(scope)['Function worker']!.spec).toMatchObject({
      environment: { variables: { MODE: 'fast' } },
      kmsKeyARN: data,
    });
    expect(policies(scope)['run']!.find(({ Sid }) => Sid === 'DecryptVariables')).toMatchObject({
      Action: 'kms:Decrypt',
      Resource: data,
      Condition: { StringEquals: { 'kms:EncryptionContext:aws:lambda:FunctionArn': `${ARN}:worker` } },
    });
  });

  test('GIVEN a late variable WHEN it is made THEN kro makes the function once the value is there', () => {
    const scope = chart();
    const table = new Table(scope, 'users', { metadata: { name: 'users' }, spec: { tableName: 'users' } as never });
    lambdaFunction(scope, 'worker', { variables: { STREAM: `x-${late(table, 'status.latestStreamARN')}` } });
    expect(wired(scope)['Function worker']!.spec['environment']).toEqual({
      variables: { STREAM: 'x-${users.status.latestStreamARN}' },
    });
  });

  test('GIVEN a security group WHEN it is made THEN it is in the private subnets, and its code cannot touch the interfaces', () => {
    const scope = chart();
    lambdaFunction(scope, 'worker', { securityGroup: new SecurityGroup(scope, 'inside', { description: 'Inside' }) });
    expect(wired(scope)['Function worker']!.spec['vpcConfig']).toEqual({
      subnetIDs: scope.environment.outputs.privateSubnetIds,
      securityGroupRefs: [{ from: { name: 'inside' } }],
    });
    const [find, use, deny] = policies(scope)['network']!;
    expect(find).toMatchObject({ Effect: 'Allow', Resource: '*' });
    expect(use).toMatchObject({ Effect: 'Allow', Resource: 'arn:aws:ec2:us-east-1:123456789012:*/*' });
    expect(deny).toMatchObject({
      Effect: 'Deny',
      Condition: { ArnEquals: { 'lambda:SourceFunctionArn': `${ARN}:worker` } },
    });
    for (const { Action } of [find!, use!]) expect(deny!['Action']).toEqual(expect.arrayContaining([Action].flat()));
  });

  test('GIVEN a reservation of none WHEN it is made THEN the function is stopped: 0 is not left out', () => {
    const scope = chart();
    lambdaFunction(scope, 'worker', { reservedConcurrency: 0 });
    expect(wired(scope)['Function worker']!.spec['reservedConcurrentExecutions']).toBe(0);
  });

  test('GIVEN every runtime of the table WHEN functions are made THEN those in support are taken, the others not', () => {
    for (const [runtime, { until }] of Object.entries(lambdaRuntimes)) {
      const make = () => lambdaFunction(chart(), 'worker', { runtime: runtime as never });
      if (until > RUNTIMES_AS_OF) expect(make).not.toThrow();
      else expect(make).toThrow(`worker: runtime '${runtime}' is out of support since ${until}, supported are`);
    }
  });

  test('GIVEN a role WHEN something that uses it adds to a policy THEN both stand in it', () => {
    const scope = chart();
    const worker = lambdaFunction(scope, 'worker', {
      policies: { work: [{ sid: 'Read', actions: ['sqs:ReceiveMessage'], resources: ['arn:aws:sqs:a:1:b'] }] },
    });
    worker.role.allow('work', { sid: 'Send', actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:a:1:b'] });
    expect(policies(scope)['work']!.map(({ Sid }) => Sid)).toEqual(['Read', 'Send']);
  });
});

describe('LambdaPermission', () => {
  const permission = (scope: PlatformChart, sourceArn?: string) => {
    lambdaFunction(scope).allowInvoke('s3.amazonaws.com', 'files', sourceArn);
    return wired(scope)['Permission worker-files']!;
  };

  test('GIVEN a caller whose ARN has an account WHEN it is let in THEN the ARN is the condition, and the statement its name', () => {
    const sourceArn = 'arn:aws:events:us-east-1:123456789012:rule/a';
    const { metadata, spec } = permission(chart({ namePrefix: 'staging-' }), sourceArn);
    expect(metadata.annotations).toMatchObject({ 'crossplane.io/external-name': 'worker-files' });
    expect(spec['forProvider']).toEqual({
      region: 'us-east-1',
      statementId: 'worker-files',
      functionName: 'staging-worker',
      action: 'lambda:InvokeFunction',
      principal: 's3.amazonaws.com',
      sourceArn,
    });
  });

  test.each([
    ['a bucket, whose ARN has no account', 'arn:aws:s3:::files-123456789012-us-east-1'],
    ['no object', undefined],
  ])('GIVEN %s WHEN it is let in THEN the account is a condition too', (_what, sourceArn) => {
    expect(permission(chart(), sourceArn).spec['forProvider']).toMatchObject({
      sourceAccount: '123456789012',
      ...(sourceArn && { sourceArn }),
    });
  });

  test('GIVEN the same caller twice WHEN it is let in THEN there is one permission', () => {
    const scope = chart();
    const worker = lambdaFunction(scope);
    for (const _ of [1, 2]) worker.allowInvoke('sns.amazonaws.com', 'news', 'arn:aws:sns:us-east-1:123456789012:news');
    expect(Object.keys(wired(scope)).filter((key) => key.startsWith('Permission'))).toEqual(['Permission worker-news']);
  });
});

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
});

test('GIVEN a sender WHEN a role is to send e-mail THEN it is the identity of the domain, and no other address', () => {
  expect(sendEmailStatement('no-reply@company.com', environment())).toEqual({
    sid: 'SendEmail',
    actions: ['ses:SendEmail'],
    resources: ['arn:aws:ses:us-east-1:123456789012:identity/company.com'],
    conditions: { StringEquals: { 'ses:FromAddress': 'no-reply@company.com' } },
  });
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
  const worker = (change: object) => (scope: PlatformChart) => lambdaFunction(scope, 'worker', change);
  const code = (change: object) =>
    worker({ code: { bucketName: 'b', key: 'k', sha256: `${'a'.repeat(43)}=`, ...change } });
  const queue = (change: object) => (scope: PlatformChart) => fromQueue(scope, change);
  const stream = (change: object) => (scope: PlatformChart) => fromStream(scope, change);
  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a function name of 65 characters',
      (scope) => lambdaFunction(scope, 'w'.repeat(65)),
      `${where}/${'w'.repeat(65)}: function name '${'w'.repeat(65)}' (65 characters) is not allowed, only at most 64`,
    ],
    [
      'a description of 257 characters',
      worker({ description: 'a'.repeat(257) }),
      `${where}/worker: description has 257 characters, at most 256 are allowed`,
    ],
    [
      'a runtime that is none',
      worker({ runtime: 'perl5' }),
      `${where}/worker: runtime 'perl5' is not known, supported`,
    ],
    ['an empty handler', worker({ handler: '' }), "handler '' (0 characters) is not allowed, only 1 to 128"],
    ['a handler with a space', worker({ handler: 'a b' }), "handler 'a b' (3 characters) is not allowed"],
    ['a handler of 129 characters', worker({ handler: 'a'.repeat(129) }), '(129 characters) is not allowed'],
    ['an empty key', code({ key: '' }), "code.key '' (0 characters) is not allowed, only 1 to 1,024"],
    ['a hexadecimal digest', code({ sha256: '0f'.repeat(32) }), '(64 characters) is not allowed, only a SHA-256'],
    [
      'a timeout of 0 s',
      worker({ timeout: Duration.seconds(0) }),
      `${where}/worker: timeout is 0 s, a whole number from 1 to 900 s is allowed`,
    ],
    [
      'a timeout of 901 s',
      worker({ timeout: Duration.seconds(901) }),
      'timeout is 901 s, a whole number from 1 to 900 s',
    ],
    ['127 MB', worker({ memoryMb: 127 }), 'memoryMb is 127 MB, a whole number from 128 to 10240 MB is allowed'],
    ['10,241 MB', worker({ memoryMb: 10_241 }), 'memoryMb is 10241 MB, a whole number from 128 to 10240 MB'],
    ['half a megabyte', worker({ memoryMb: 128.5 }), 'memoryMb is 128.5 MB'],
    ['a negative reservation', worker({ reservedConcurrency: -1 }), 'reservedConcurrency is -1 at once'],
    ['a reservation of 1,001', worker({ reservedConcurrency: 1_001 }), 'a whole number from 0 to 1000 at once'],
    [
      'a FIFO queue for failures',
      (scope) => lambdaFunction(scope, 'worker', { failures: new Queue(scope, 'f.fifo', { fifo: {} }) }),
      "failures 'f.fifo' is a FIFO queue, only a standard queue is allowed",
    ],
    ['a variable of AWS', worker({ variables: { AWS_REGION: 'x' } }), "variable 'AWS_REGION' (10 characters) is not"],
    ['a variable of Lambda', worker({ variables: { LAMBDA_TASK_ROOT: 'x' } }), "variable 'LAMBDA_TASK_ROOT'"],
    [
      'a variable with a digit first',
      worker({ variables: { '1A': 'x' } }),
      "variable '1A' (2 characters) is not allowed",
    ],
    ['a variable of one letter', worker({ variables: { A: 'x' } }), "variable 'A' (1 characters) is not allowed"],
    [
      'variables of more than 4 KB',
      worker({ variables: { TEXT: 'x'.repeat(4_096) } }),
      'variables has 4107 characters, at most 4096 are allowed',
    ],
    [
      'policies that are too long',
      worker({
        policies: {
          work: Array.from({ length: 100 }, (_, index) => ({
            sid: `S${index}`,
            actions: ['sqs:SendMessage'],
            resources: [`arn:aws:sqs:us-east-1:123456789012:${'q'.repeat(60)}`],
          })),
        },
      }),
      'characters, at most 10240 are allowed',
    ],
    [
      'two callers of one name',
      (scope) => {
        const one = lambdaFunction(scope);
        one.allowInvoke('s3.amazonaws.com', 'files', 'arn:aws:s3:::a');
        one.allowInvoke('s3.amazonaws.com', 'files', 'arn:aws:s3:::b');
      },
      `${where}/worker: two callers are named 'files', each needs its own name`,
    ],
    [
      'a caller in capital letters',
      (scope) => lambdaFunction(scope).allowInvoke('s3.amazonaws.com', 'Files'),
      `${where}/worker/worker-Files: statement id 'worker-Files' (12 characters) is not allowed, only at most 100`,
    ],
    [
      'a service that is none',
      (scope) => new LambdaPermission(scope, 'p', { functionName: 'worker', service: 's3' }),
      `${where}/p: service 's3' (2 characters) is not allowed, only a service such as s3.amazonaws.com`,
    ],
    [
      'a queue that hides messages too briefly',
      (scope) => fromQueue(scope, { queue: jobs(scope, 184), batchWindow: Duration.seconds(5) }),
      `${where}/jobs-to-worker: the queue 'jobs' hides messages for 184 s, at least 185 s are needed: 6 times the function's timeout`,
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
