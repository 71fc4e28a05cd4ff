import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { GraphqlDataSource } from '../../../constructs/appsync/data-source';
import { GraphqlFunction } from '../../../constructs/appsync/function';
import { GraphqlResolver, type GraphqlResolverProps } from '../../../constructs/appsync/resolver';
import { chart, wired } from '../scope';
import { api } from './helpers';

const CODE =
  'export function request(ctx) {\n  return {};\n}\nexport function response(ctx) {\n  return ctx.result;\n}\n';

function nothing(scope: PlatformChart, of = api(scope)): GraphqlDataSource {
  return new GraphqlDataSource(scope, 'nothing', { api: of, description: 'Nothing', source: 'none' });
}

function resolver(scope: PlatformChart, props: Partial<GraphqlResolverProps>): GraphqlResolver {
  const source = nothing(scope);
  return new GraphqlResolver(scope, 'r', { api: source.api, field: 'Query.user', from: source, code: CODE, ...props });
}

describe('GraphqlResolver', () => {
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

  const bad: [string, (scope: PlatformChart) => unknown, string][] = [
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
