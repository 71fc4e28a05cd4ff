import { Duration } from 'cdk8s';
import { GraphqlDataSource } from '../../constructs/appsync/data-source';
import { GraphqlFunction, GraphqlResolver, type GraphqlResolverProps } from '../../constructs/appsync/resolver';
import type { PlatformChart } from '../../constructs/core/platform-chart';
import { api, SCHEMA } from './appsync/helpers';
import { chart, wired } from './scope';

const CODE =
  'export function request(ctx) {\n  return {};\n}\nexport function response(ctx) {\n  return ctx.result;\n}\n';

function nothing(scope: PlatformChart, of = api(scope)): GraphqlDataSource {
  return new GraphqlDataSource(scope, 'nothing', { api: of, description: 'Nothing', source: 'none' });
}

function resolver(scope: PlatformChart, props: Partial<GraphqlResolverProps>): GraphqlResolver {
  const source = nothing(scope);
  return new GraphqlResolver(scope, 'r', { api: source.api, field: 'Query.user', from: source, code: CODE, ...props });
}

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

  test('GIVEN a pipeline WHEN it is made THEN its functions are there first, by reference', () => {
    const scope = chart();
    const source = nothing(scope);
    const step = new GraphqlFunction(scope, 'first-step', { source, description: 'First', code: CODE });
    new GraphqlResolver(scope, 'r', { api: source.api, field: 'Query.user', from: [step], code: CODE });
    const all = wired(scope);
    expect(all['Function first-step']!.spec['forProvider']).toMatchObject({
      name: 'first_step',
      dataSourceRef: { name: 'nothing' },
      runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
    });
    expect(all['Resolver r']!.spec['forProvider']).toMatchObject({
      apiIdRef: { name: 'api' },
      kind: 'PIPELINE',
      pipelineConfig: { functionsRefs: [{ name: 'first-step' }] },
    });
  });

  test('GIVEN a table WHEN it is a source THEN its role may do what was asked, there and in the indexes that were named', () => {
    const scope = chart();
    const table = { arn: 'arn:aws:dynamodb:us-east-1:123456789012:table/orders', awsName: 'orders' };
    new GraphqlDataSource(scope, 'orders-table', {
      api: api(scope),
      description: 'Orders',
      source: { table, actions: ['dynamodb:GetItem'], indexes: ['by-customer'] },
    });
    const all = wired(scope);
    expect(all['Datasource orders-table']!.metadata.annotations).toMatchObject({
      'crossplane.io/external-name': 'orders_table',
    });
    const { work } = all['Role appsync-orders-table']!.spec['inlinePolicies'] as Record<string, string>;
    const statements: { Action: unknown; Resource: unknown }[] = JSON.parse(work!).Statement;
    expect(statements.slice(0, 2).map(({ Action, Resource }) => [Action, Resource])).toEqual([
      ['dynamodb:GetItem', table.arn],
      ['dynamodb:Query', `${table.arn}/index/by-customer`],
    ]);
  });

  const bad: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'no GraphQL',
      (scope) => api(scope, { schema: 'type Query {' }),
      'api: schema is no GraphQL: Syntax Error: Expected Name, found <EOF>. (line 1)',
    ],
    [
      'no query',
      (scope) => api(scope, { schema: 'type User { id: ID! }' }),
      'api: schema: there is no type Query, which every schema has',
    ],
    [
      'a type that is not defined',
      (scope) => api(scope, { schema: 'type Query { user: User }' }),
      'schema: Query.user: the type User is not defined',
    ],
    [
      'an argument whose type is not defined',
      (scope) => api(scope, { schema: 'type Query { user(of: Group): ID }' }),
      'schema: Query.user: the type Group is not defined',
    ],
    [
      'a type that is defined twice',
      (scope) => api(scope, { schema: 'type Query { a: ID } type Query { b: ID }' }),
      'schema: the type Query is defined twice',
    ],
    [
      "a scalar of one's own",
      (scope) => api(scope, { schema: 'scalar Money type Query { a: Money }' }),
      "schema: the scalar Money is one's own, AppSync has Boolean",
    ],
    [
      "a name that is AppSync's",
      (scope) => api(scope, { schema: 'type AWSUser { id: ID } type Query { a: AWSUser }' }),
      "the type AWSUser begins with AWS, which only AppSync's own types do",
    ],
    [
      'a subscription to nothing',
      (scope) => api(scope, { schema: `${SCHEMA} type Subscription { changed: User }` }),
      'Subscription.changed: @aws_subscribe is required, with the mutations that it tells of',
    ],
    [
      'a subscription to a mutation that is not there',
      (scope) =>
        api(scope, { schema: `${SCHEMA} type Subscription { changed: User @aws_subscribe(mutations: ["change"]) }` }),
      'Subscription.changed: there is no mutation change',
    ],
    [
      'a subscription of another type than its mutation',
      (scope) =>
        api(scope, {
          schema: `${SCHEMA} type Mutation { change: ID } type Subscription { changed: User @aws_subscribe(mutations: ["change"]) }`,
        }),
      'Subscription.changed is User, but the mutation change is ID; they are of one type',
    ],
    [
      'a directive for users without a pool',
      (scope) => api(scope, { schema: 'type Query { a: ID @aws_cognito_user_pools }' }),
      '@aws_cognito_user_pools lets in userPool, the API lets in iam',
    ],
    [
      'a mode twice',
      (scope) => api(scope, { authentication: ['iam', 'iam'] }),
      'authentication has iam twice, each is allowed once',
    ],
    [
      'a schema that is too large',
      (scope) => api(scope, { schema: `${SCHEMA} #${'x'.repeat(1_048_576)}` }),
      'at most 1048576 (1 MB) are allowed',
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
    [
      'a source without TLS',
      (scope) =>
        new GraphqlDataSource(scope, 's', {
          api: api(scope),
          description: 'S',
          source: { endpoint: 'http://a.example', service: 'states', statements: [] },
        }),
      "s: endpoint 'http://a.example' (16 characters) is not allowed, only https and a host name",
    ],
    [
      'a source with a name that GraphQL does not have',
      (scope) => new GraphqlDataSource(scope, '1s', { api: api(scope), description: 'S', source: 'none' }),
      "data source name '1s' (2 characters) is not allowed, only 1 to 64 letters, digits and _, no digit first",
    ],
    [
      'a type that the schema has not',
      (scope) => resolver(scope, { field: 'Mutation.add' }),
      "r: field 'Mutation.add': the schema has no type Mutation",
    ],
    [
      'a field that the type has not',
      (scope) => resolver(scope, { field: 'Query.users' }),
      "r: field 'Query.users': Query has no such field, only user",
    ],
    [
      'an empty pipeline',
      (scope) => resolver(scope, { from: [] }),
      'r: from is 0 functions, a whole number from 1 to 10 functions is allowed',
    ],
    [
      'code without a response',
      (scope) => resolver(scope, { code: 'export function request(ctx) {}' }),
      'r: code does not export the function response',
    ],
    [
      'code that is too long',
      (scope) => resolver(scope, { code: CODE + ' '.repeat(32_768) }),
      'characters, at most 32768 are allowed',
    ],
    [
      'code with a package',
      (scope) => resolver(scope, { code: `import a from 'lodash';\n${CODE}` }),
      "r: code imports 'lodash', only @aws-appsync/utils is allowed",
    ],
    [
      "code that AppSync's runtime cannot run",
      (scope) => resolver(scope, { code: `${CODE}\nfunction f() { throw 'x'; }` }),
      "r: code uses 'throw', which the runtime APPSYNC_JS does not have",
    ],
    [
      'a cache for longer than an hour',
      (scope) => resolver(scope, { cached: { timeToLive: Duration.hours(2), keys: [] } }),
      'r: cached.timeToLive is 7200 s, a whole number from 1 to 3600 s is allowed',
    ],
    [
      'a cache by something else than the request',
      (scope) => resolver(scope, { cached: { timeToLive: Duration.minutes(1), keys: ['$context.result'] } }),
      "r: cached.keys '$context.result' (15 characters) is not allowed",
    ],
  ];

  test.each(bad)('GIVEN %s WHEN it is made THEN it is refused: where, what, what is allowed', (_, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
