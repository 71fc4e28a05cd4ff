import type { PlatformChart } from '../../../charts/platform-chart';
import { SecretRotation } from '../../../constructs/secretsmanager/secret-rotation';
import { environments } from '../../../environments';
import { chart, lambdaFunction, wired } from '../scope';
import { secret } from './helpers';

const rotation = (scope: PlatformChart, change: object = {}) =>
  new SecretRotation(scope, 'rotation', {
    secret: secret(scope),
    function: lambdaFunction(scope, 'rotate'),
    schedule: 'cron(0 6 1 * ? *)',
    windowHours: 3,
    ...change,
  });
const ARN = '${credentials.status.ackResourceMetadata.arn}';

describe('SecretRotation', () => {
  test('GIVEN a secret without a value WHEN its rotation is made THEN it waits for the schedule', () => {
    const scope = chart();
    rotation(scope);
    expect(wired(scope)['SecretRotation rotation']!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      secretId: ARN,
      rotationLambdaArn: 'arn:aws:lambda:us-east-1:123456789012:function:rotate',
      rotateImmediately: false,
      rotationRules: { scheduleExpression: 'cron(0 6 1 * ? *)', duration: '3h' },
    });
  });

  test('GIVEN a rotation WHEN it is made THEN Secrets Manager may invoke the function, and the function may change this secret alone', () => {
    const scope = chart();
    rotation(scope);
    const all = wired(scope);
    expect(all['Permission rotate-secrets-manager']!.spec['forProvider']).toMatchObject({
      principal: 'secretsmanager.amazonaws.com',
      sourceAccount: '123456789012',
    });
    const { rotate } = all['Role lambda-rotate']!.spec['inlinePolicies'] as Record<string, string>;
    const pattern = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:credentials-??????';
    expect(JSON.parse(rotate!).Statement).toEqual([
      {
        Sid: 'RotateCredentials',
        Effect: 'Allow',
        Action: [
          'secretsmanager:DescribeSecret',
          'secretsmanager:GetSecretValue',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
        ],
        Resource: pattern,
      },
      {
        Sid: 'KeyToRotateCredentials',
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: scope.environment.outputs.keys.secrets,
        Condition: {
          StringEquals: { 'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com' },
          StringLike: { 'kms:EncryptionContext:SecretARN': pattern },
        },
      },
    ]);
  });

  test.each([
    'cron(0 0 L * ? *)',
    'cron(0 23 1,15 JAN-JUN ? *)',
    'cron(0 6 ? * MON-FRI *)',
    'cron(0 6 ? 1/3 1#2 *)',
    ...environments.map(({ security }) => security.databaseRotation.schedule),
  ])('GIVEN the schedule %s WHEN a rotation is made THEN it is taken', (schedule) => {
    expect(() => rotation(chart(), { schedule, windowHours: 1 })).not.toThrow();
  });

  const where = 'production/test/chart';
  const badSchedule = (schedule: string): [string, (scope: PlatformChart) => unknown, string] => [
    `the schedule ${schedule}`,
    (scope) => rotation(scope, { schedule }),
    `${where}/rotation: schedule '${schedule}' (${schedule.length} characters) is not allowed, only cron(0 H D M ? *)`,
  ];
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    badSchedule('rate(1 day)'),
    badSchedule('cron(30 6 1 * ? *)'),
    badSchedule('cron(0 24 1 * ? *)'),
    badSchedule('cron(0 6 1 * MON *)'),
    badSchedule('cron(0 6 1 * ? 2030)'),
    [
      'a window over midnight',
      (scope) => rotation(scope, { schedule: 'cron(0 22 1 * ? *)' }),
      `${where}/rotation: windowHours is 3 h, a whole number from 1 to 2 h is allowed`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
