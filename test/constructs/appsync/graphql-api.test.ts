import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { chart, wired } from '../scope';
import { api } from './helpers';

describe('GraphqlApi', () => {
  test('GIVEN a user pool and roles WHEN it is made THEN users are let in by default, nobody may ask for the schema, and errors are logged', () => {
    const scope = chart();
    api(scope, {
      authentication: [{ userPoolId: 'us-east-1_abc' }, 'iam'],
      schema: 'type Query { user: User @aws_iam } type User @aws_iam @aws_cognito_user_pools { id: ID! }',
      cache: { size: 'SMALL', timeToLive: Duration.minutes(1) },
    });
    const all = wired(scope);
    expect(all['GraphQLAPI api']!.spec['forProvider']).toMatchObject({
      authenticationType: 'AMAZON_COGNITO_USER_POOLS',
      userPoolConfig: { awsRegion: 'us-east-1', userPoolId: 'us-east-1_abc', defaultAction: 'ALLOW' },
      additionalAuthenticationProvider: [{ authenticationType: 'AWS_IAM' }],
      introspectionConfig: 'DISABLED',
      logConfig: { fieldLogLevel: 'ERROR', excludeVerboseContent: true },
      xrayEnabled: true,
    });
    expect(all['APICache api']!.spec['forProvider']).toMatchObject({
      apiIdRef: { name: 'api' },
      atRestEncryptionEnabled: true,
      transitEncryptionEnabled: true,
      ttl: 60,
    });
  });

  test('GIVEN an API WHEN it is made THEN its log group waits for its id, is encrypted and kept, and AppSync may only write to it', () => {
    const scope = chart();
    api(scope);
    const all = wired(scope);
    const { metadata, spec } = all['LogGroup api-graphql']!;
    expect(spec['name']).toMatch(/^\/aws\/appsync\/apis\/\$\{.*\.status\.atProvider\.id\}$/);
    expect(spec).toMatchObject({ kmsKeyID: scope.environment.outputs.keys.logs, retentionDays: 7 });
    expect(metadata.annotations).toMatchObject({ 'services.k8s.aws/deletion-policy': 'retain' });
    const { log } = all['Role api-graphql-logs']!.spec['inlinePolicies'] as Record<string, string>;
    expect(JSON.parse(log!).Statement[0]).toMatchObject({
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/appsync/apis/*',
    });
  });

  const bad: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a mode twice',
      (scope) => api(scope, { authentication: ['iam', 'iam'] }),
      'authentication has iam twice, each is allowed once',
    ],
    [
      'queries that are too deep',
      (scope) => api(scope, { queryDepth: 76 }),
      'api: queryDepth is 76, a whole number from 1 to 75 is allowed',
    ],
    [
      'too many resolvers',
      (scope) => api(scope, { resolverCount: 10_001 }),
      'api: resolverCount is 10001, a whole number from 1 to 10000 is allowed',
    ],
    [
      'logs for a number of days that AWS does not have',
      (scope) => api(scope, { logRetentionDays: 8 }),
      'api: logRetentionDays is 8, allowed are 1, 3, 5',
    ],
    [
      'a cache that forgets too late',
      (scope) => api(scope, { cache: { size: 'SMALL', timeToLive: Duration.hours(2) } }),
      'api: cache.timeToLive is 7200 s, a whole number from 1 to 3600 s is allowed',
    ],
  ];

  test.each(bad)('GIVEN %s WHEN it is made THEN it is refused: where, what, what is allowed', (_, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
