import { CacheSubnetGroup } from '../../../constructs/elasticache/cache-subnet-group';
import { chart } from '../scope';

describe('CacheSubnetGroup', () => {
  test('GIVEN no subnets WHEN it is made THEN the message says where, what and what is allowed', () => {
    expect(() => new CacheSubnetGroup(chart(), 'subnets', { description: 'd', subnetIds: [] })).toThrow(
      'production/test/chart/subnets: subnetIds is 0 subnets, a whole number from 1 to 20 subnets is allowed',
    );
  });
});
