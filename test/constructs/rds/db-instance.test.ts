import { DbInstance } from '../../../constructs/rds/db-instance';
import { DbParameterGroup } from '../../../constructs/rds/db-parameter-group';
import { DbSubnetGroup } from '../../../constructs/rds/db-subnet-group';
import { chart, wired } from '../scope';
import { cluster, parts } from './helpers';

describe('DbInstance', () => {
  test('GIVEN an instance WHEN it is made THEN it leaves to the cluster what AWS refuses of it', () => {
    const scope = chart();
    cluster(scope);
    const { metadata, spec } = wired(scope)['DBInstance db-1']!;
    expect(metadata.annotations).toMatchObject({ 'services.k8s.aws/deletion-policy': 'retain' });
    expect(spec).toEqual({
      dbInstanceIdentifier: 'db-1',
      dbClusterIdentifier: 'db',
      engine: 'aurora-postgresql',
      dbInstanceClass: 'db.r7g.large',
      availabilityZone: 'us-east-1a',
      dbSubnetGroupRef: { from: { name: 'db-subnets' } },
      dbParameterGroupRef: { from: { name: 'db-aurora-postgresql17' } },
      publiclyAccessible: false,
      autoMinorVersionUpgrade: false,
      preferredMaintenanceWindow: 'sun:09:00-sun:10:00',
      monitoringInterval: 60,
      monitoringRoleARN: 'arn:aws:iam::123456789012:role/platform/monitoring',
      tags: expect.arrayContaining([{ key: 'Backup', value: 'platform' }]),
    });
  });

  test('GIVEN no monitoring WHEN an instance is made THEN it has no role, which AWS would refuse', () => {
    const scope = chart();
    const shared = parts(scope);
    cluster(scope, { monitoring: { interval: 0, role: shared.role } }, 'db', shared);
    const { spec } = wired(scope)['DBInstance db-1']!;
    expect(spec['monitoringInterval']).toBe(0);
    expect(spec).not.toHaveProperty('monitoringRoleARN');
  });

  test.each(['1-db', 'db-', 'd--b', 'd'.repeat(64)])(
    'GIVEN the name %s WHEN an instance is made THEN it is refused',
    (id) => {
      const scope = chart();
      const make = () =>
        new DbInstance(scope, id, {
          clusterName: 'db',
          instanceClass: 'db.r7g.large',
          availabilityZone: 'us-east-1a',
          subnetGroup: new DbSubnetGroup(scope, 'subnets', { description: 'Subnets' }),
          parameterGroup: new DbParameterGroup(scope, 'group', { description: '', family: '', parameters: {} }),
          monitoring: { interval: 60, role: parts(scope).role },
          maintenanceWindow: 'sun:09:00-sun:10:00',
        });
      expect(make).toThrow(`instance name '${id}'`);
    },
  );
});
