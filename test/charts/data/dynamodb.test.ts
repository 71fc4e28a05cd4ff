import { DynamoDb } from '../../../charts/data/dynamodb';
import { chart, wired } from '../../constructs/scope';

describe('tables of the platform', () => {
  test('GIVEN an environment that says nothing of them WHEN they are made THEN they are on demand, in one region, and ACK has them', () => {
    const scope = chart({ dynamodb: {} });
    new DynamoDb(scope.node.scope!, 'dynamodb', scope.environment);
    const all = Object.values(wired(scope));
    expect(all.map(({ metadata }) => metadata.name)).toEqual(
      expect.arrayContaining(['user-table', 'orders', 'sessions']),
    );
    for (const { apiVersion, spec } of all)
      expect([apiVersion, spec['billingMode']]).toEqual(['dynamodb.services.k8s.aws/v1alpha1', 'PAY_PER_REQUEST']);
  });

  test('GIVEN an environment that says something of a table that is not there WHEN they are made THEN it is refused', () => {
    const scope = chart({ dynamodb: { order: { capacity: { mode: 'onDemand' } } } });
    expect(() => new DynamoDb(scope.node.scope!, 'dynamodb', scope.environment)).toThrow(
      'environments/production.ts: dynamodb: there is no order, production/test/dynamodb has user-table, orders, sessions',
    );
  });
});
