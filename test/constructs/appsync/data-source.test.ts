import type { PlatformChart } from '../../../charts/platform-chart';
import { GraphqlDataSource } from '../../../constructs/appsync/data-source';
import { chart, wired } from '../scope';
import { api } from './helpers';

describe('GraphqlDataSource', () => {
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
  ];

  test.each(bad)('GIVEN %s WHEN it is made THEN it is refused: where, what, what is allowed', (_, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
