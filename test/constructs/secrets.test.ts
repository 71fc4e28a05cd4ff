import type { PlatformChart } from '../../charts/platform-chart';
import { Secret } from '../../constructs/secretsmanager/secret';
import { SecretRotation } from '../../constructs/secretsmanager/secret-rotation';
import { environments } from '../../environments';
import { chart, lambdaFunction, wired } from './scope';

const secret = (scope: PlatformChart, id = 'credentials', change: object = {}) =>
  new Secret(scope, id, { description: 'A user', fields: ['username', 'password'], ...change });
const rotation = (scope: PlatformChart, change: object = {}) =>
  new SecretRotation(scope, 'rotation', {
    secret: secret(scope),
    function: lambdaFunction(scope, 'rotate'),
    schedule: 'cron(0 6 1 * ? *)',
    windowHours: 3,
    ...change,
  });
const ARN = '${credentials.status.ackResourceMetadata.arn}';

describe('Secret', () => {
  test('GIVEN a secret WHEN it is made THEN it has a key and no value, outlives its manifest, and may be written to', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { arnPattern } = secret(scope);
    const { metadata, spec } = wired(scope)['Secret credentials']!;
    expect(arnPattern).toBe('arn:aws:secretsmanager:us-east-1:123456789012:secret:staging-credentials-??????');
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
    });
    expect(spec).toEqual({
      name: 'staging-credentials',
      description: 'A user: username, password',
      kmsKeyID: scope.environment.outputs.keys.secrets,
      tags: [
        { key: 'Environment', value: 'production' },
        { key: 'Owner', value: 'platform-team' },
        { key: 'Backup', value: 'platform' },
        { key: 'managed-by', value: 'external-secrets' },
      ],
    });
  });

  test('GIVEN a secret that the DR region needs WHEN it is made THEN its replica has the key of there', () => {
    const scope = chart();
    secret(scope, 'credentials', { replicated: true });
    expect(wired(scope)['Secret credentials']!.spec['replicaRegions']).toEqual([
      { region: 'us-west-2', kmsKeyID: scope.environment.outputs.dr.keys.secrets },
    ]);
  });

  test('GIVEN a secret WHEN its policy is made THEN it denies plain text and other accounts, also for a replica', () => {
    const scope = chart();
    secret(scope);
    const { blockPublicPolicy, secretArn, policy } = wired(scope)['SecretPolicy credentials-policy']!.spec[
      'forProvider'
    ] as Record<string, string>;
    expect([blockPublicPolicy, secretArn]).toEqual([true, ARN]);
    const deny = { Effect: 'Deny', Principal: '*', Action: 'secretsmanager:*', Resource: '*' };
    expect(JSON.parse(policy!).Statement).toEqual([
      { ...deny, Sid: 'DenyWithoutTls', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        ...deny,
        Sid: 'DenyOtherAccounts',
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': '123456789012' } },
      },
    ]);
  });
});

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
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
  const where = 'production/test/chart';
  const badSchedule = (schedule: string): [string, (scope: PlatformChart) => unknown, string] => [
    `the schedule ${schedule}`,
    (scope) => rotation(scope, { schedule }),
    `${where}/rotation: schedule '${schedule}' (${schedule.length} characters) is not allowed, only cron(0 H D M ? *)`,
  ];
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a name that ends like an ARN',
      (scope) => secret(scope, 'staging-argocd'),
      `${where}/staging-argocd: secret name 'staging-argocd' ends in a hyphen and six characters`,
    ],
    [
      'a name with a colon',
      (scope) => secret(scope, 'a:b'),
      `${where}/a:b: secret name 'a:b' (3 characters) is not allowed, only 1 to 512 letters`,
    ],
    [
      'a description of 2,049 characters',
      (scope) => secret(scope, 'credentials', { description: 'a'.repeat(2_029) }),
      `${where}/credentials: description has 2049 characters, at most 2048 are allowed`,
    ],
    [
      'a field that is no word',
      (scope) => secret(scope, 'credentials', { fields: ['user.name'] }),
      `${where}/credentials: field 'user.name' (9 characters) is not allowed, only at most 63 letters and digits`,
    ],
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
