import { DynamoDb } from '../../../charts/data/dynamodb';
import { chart, wired } from '../../constructs/scope';

describe('tables of the platform', () => {
  test('GIVEN an environment that wants them on demand and in one region WHEN they are made THEN ACK has them all', () => {
    const size = { capacity: { mode: 'onDemand' } as const, replicaRegions: [] };
    const { dynamodb } = chart().environment;
    const scope = chart({ dynamodb: { ...dynamodb, userTable: size, orders: size, sessions: size } });
    new DynamoDb(scope.node.scope!, 'dynamodb', scope.environment);
    const all = Object.values(wired(scope));
    expect(all.map(({ apiVersion, metadata }) => [apiVersion, metadata.name])).toEqual(
      ['user-table', 'orders', 'sessions'].map((name) => ['dynamodb.services.k8s.aws/v1alpha1', name]),
    );
  });
});
