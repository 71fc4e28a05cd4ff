import { late } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { Queue } from '../../../constructs/sqs/queue';
import { Table } from '../../../imports/dynamodb.services.k8s.aws';
import { lambdaRuntimes, RUNTIMES_AS_OF } from '../../../packages/engine/src/aws/lambda-runtimes';
import { chart, lambdaFunction, wired } from '../scope';
import { policies } from './helpers';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function';

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

  const worker = (change: object) => (scope: PlatformChart) => lambdaFunction(scope, 'worker', change);
  const code = (change: object) =>
    worker({ code: { bucketName: 'b', key: 'k', sha256: `${'a'.repeat(43)}=`, ...change } });
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
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
