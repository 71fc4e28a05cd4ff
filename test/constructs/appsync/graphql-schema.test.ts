import type { PlatformChart } from '../../../charts/platform-chart';
import { chart } from '../scope';
import { api, SCHEMA } from './helpers';

describe('GraphqlSchema', () => {
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
      'a schema that is too large',
      (scope) => api(scope, { schema: `${SCHEMA} #${'x'.repeat(1_048_576)}` }),
      'at most 1048576 (1 MB) are allowed',
    ],
  ];

  test.each(bad)('GIVEN %s WHEN it is made THEN it is refused: where, what, what is allowed', (_, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
