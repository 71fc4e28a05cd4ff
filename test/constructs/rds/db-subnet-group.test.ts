import { DbSubnetGroup } from '../../../constructs/rds/db-subnet-group';
import { chart, environment } from '../scope';

const { outputs } = environment();

describe('DbSubnetGroup', () => {
  test('GIVEN one subnet WHEN a group is made THEN it is refused', () => {
    const scope = chart({ outputs: { ...outputs, databaseSubnetIds: ['subnet-1'] } });
    expect(() => new DbSubnetGroup(scope, 'subnets', { description: 'Subnets' })).toThrow('1 subnet, at least 2');
  });

  test.each(['default', '1-subnets', 's'.repeat(256)])(
    'GIVEN the name %s WHEN a subnet group is made THEN it is refused',
    (id) => {
      expect(() => new DbSubnetGroup(chart(), id, { description: 'Subnets' })).toThrow(`subnet group name '${id}'`);
    },
  );
});
