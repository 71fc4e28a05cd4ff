import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import type { DbClusterProps } from '../../../constructs/rds/db-cluster';
import { chart, environment, wired } from '../scope';
import { cluster, globalCluster, parts } from './helpers';

const { network, outputs } = environment();

/** A writer and who follows it. */
function pair(scope: PlatformChart, change: Partial<DbClusterProps> = {}) {
  const shared = parts(scope);
  const writer = cluster(scope, {}, 'db', shared);
  const securityGroup = new SecurityGroup(scope, 'database-dr', { description: 'Database', region: 'dr' });
  const follower = cluster(scope, { part: { follows: writer }, securityGroup, ...change }, 'db-dr', shared);
  return { shared, writer, follower };
}

const user = (name: string): Partial<DbClusterProps> => ({
  part: { masterUser: { name, password: { secretName: 'credentials', key: 'password' } } },
});
const instances = (count: number, instanceClass = 'db.r7g.large'): Partial<DbClusterProps> => ({
  instances: { count, instanceClass },
});

describe('DbCluster', () => {
  test('GIVEN a first writer WHEN it is made THEN it makes database and user, encrypted, backed up and protected', () => {
    const scope = chart();
    cluster(scope);
    const { metadata, spec } = wired(scope)['DBCluster db']!;
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
      'services.k8s.aws/region': 'us-east-1',
    });
    expect(spec).toEqual({
      dbClusterIdentifier: 'db',
      globalClusterIdentifier: 'global',
      engine: 'aurora-postgresql',
      engineVersion: '17.9',
      databaseName: 'platform_db',
      masterUsername: 'dbadmin',
      masterUserPassword: { namespace: 'aws', name: 'credentials', key: 'password' },
      dbSubnetGroupRef: { from: { name: 'db-subnets' } },
      dbClusterParameterGroupRef: { from: { name: 'db-cluster-aurora-postgresql17' } },
      vpcSecurityGroupRefs: [{ from: { name: 'database' } }],
      storageEncrypted: true,
      kmsKeyID: outputs.keys.data,
      backupRetentionPeriod: 30,
      preferredBackupWindow: '07:00-08:00',
      preferredMaintenanceWindow: 'sun:09:00-sun:10:00',
      copyTagsToSnapshot: true,
      deletionProtection: true,
      enableIAMDatabaseAuthentication: true,
      enableCloudwatchLogsExports: ['postgresql'],
      autoMinorVersionUpgrade: false,
      enablePerformanceInsights: true,
      databaseInsightsMode: 'advanced',
      performanceInsightsRetentionPeriod: 465,
      performanceInsightsKMSKeyID: outputs.keys.data,
      tags: expect.arrayContaining([{ key: 'Backup', value: 'platform' }]),
    });
  });

  test('GIVEN a follower WHEN it is made THEN it brings neither database nor user, has the key of the DR region, and waits for an instance to follow', () => {
    const scope = chart();
    pair(scope);
    const all = wired(scope);
    const { metadata, spec } = all['DBCluster db-dr']!;
    expect(metadata.annotations).toMatchObject({
      'services.k8s.aws/deletion-policy': 'retain',
      'services.k8s.aws/region': 'us-west-2',
    });
    expect(spec).toMatchObject({
      dbClusterIdentifier: 'db-dr',
      globalClusterIdentifier: 'global',
      kmsKeyID: outputs.dr.keys.data,
      performanceInsightsKMSKeyID: outputs.dr.keys.data,
      storageEncrypted: true,
      deletionProtection: true,
      vpcSecurityGroupRefs: [{ from: { name: 'database-dr' } }],
      sourceRegion: '${db1.status.ackResourceMetadata.region}',
    });
    for (const field of ['databaseName', 'masterUsername', 'masterUserPassword', 'replicationSourceIdentifier'])
      expect(spec).not.toHaveProperty(field);
    const graph = all['ResourceGraphDefinition test-db-dr']!;
    expect(graph.spec['resources']).toContainEqual(
      expect.objectContaining({ id: 'db1', readyWhen: ['${db1.status.dbInstanceStatus == "available"}'] }),
    );
  });

  test('GIVEN a follower WHEN it is made THEN subnets, parameters, log and instances are in the DR region', () => {
    const scope = chart();
    pair(scope);
    const all = wired(scope);
    for (const object of [
      'DBSubnetGroup db-dr-subnets',
      'DBClusterParameterGroup db-dr-cluster-aurora-postgresql17',
      'DBParameterGroup db-dr-aurora-postgresql17',
      'LogGroup db-dr',
      'DBInstance db-dr-1',
    ])
      expect(all[object]!.metadata.annotations).toMatchObject({ 'services.k8s.aws/region': 'us-west-2' });
    expect(all['DBSubnetGroup db-dr-subnets']!.spec['subnetIDs']).toEqual(outputs.dr.databaseSubnetIds);
    expect(all['LogGroup db-dr']!.spec).toMatchObject({
      name: '/aws/rds/cluster/db-dr/postgresql',
      kmsKeyID: outputs.dr.keys.logs,
    });
    expect(all['DBInstance db-dr-1']!.spec['availabilityZone']).toBe('us-west-2a');
  });

  test('GIVEN a cluster WHEN its parameters are made THEN a major version has groups of its own', () => {
    const scope = chart();
    const shared = { ...parts(scope), globalCluster: globalCluster(scope, { engineVersion: '18.3' }, 'next') };
    cluster(scope, {}, 'db', shared);
    const all = wired(scope);
    expect(all['DBClusterParameterGroup db-cluster-aurora-postgresql18']!.spec).toMatchObject({
      family: 'aurora-postgresql18',
      parameterOverrides: { 'rds.force_ssl': '1' },
    });
    expect(all['DBParameterGroup db-aurora-postgresql18']!.spec).toMatchObject({
      family: 'aurora-postgresql18',
      parameterOverrides: { log_lock_waits: '1' },
    });
  });

  test('GIVEN more instances than availability zones WHEN they are placed THEN they take turns', () => {
    const scope = chart();
    cluster(scope, instances(4));
    const all = wired(scope);
    expect([1, 2, 3, 4].map((index) => all[`DBInstance db-${index}`]!.spec['availabilityZone'])).toEqual([
      'us-east-1a',
      'us-east-1b',
      'us-east-1c',
      'us-east-1a',
    ]);
  });

  test('GIVEN a follower without instances WHEN it is made THEN it only stores', () => {
    const scope = chart();
    pair(scope, instances(0));
    expect(Object.keys(wired(scope)).filter((name) => name.startsWith('DBInstance db-dr'))).toEqual([]);
  });

  test('GIVEN a follower with a newer minor version WHEN it is made THEN it is taken: followers are upgraded first', () => {
    const scope = chart();
    pair(scope, { engineVersion: '17.10' });
    expect(wired(scope)['DBCluster db-dr']!.spec['engineVersion']).toBe('17.10');
  });

  test.each([
    [{ backupRetention: Duration.days(36) }, 'backupRetention is 36 days, a whole number from 1 to 35 days'],
    [{ backupRetention: Duration.days(0) }, 'backupRetention is 0 days'],
    [{ backupRetention: Duration.hours(36) }, 'backupRetention is 1.5 days'],
    [{ backupWindow: '7:00-8:00' }, "backupWindow '7:00-8:00' is not allowed"],
    [{ backupWindow: '24:00-01:00' }, 'not allowed'],
    [{ backupWindow: '07:00-07:29' }, 'backupWindow has 29 minutes, at least 30'],
    [{ backupWindow: '07:00-07:00' }, 'backupWindow has 0 minutes'],
    [{ maintenanceWindow: '09:00-10:00' }, "maintenanceWindow '09:00-10:00' is not allowed"],
    [{ maintenanceWindow: 'Sun:09:00-Sun:10:00' }, 'not allowed'],
    [{ maintenanceWindow: 'sun:09:00-sun:09:15' }, 'maintenanceWindow has 15 minutes'],
    [{ maintenanceWindow: 'sun:07:59-sun:09:00' }, 'overlap'],
    [{ backupWindow: '23:30-00:30', maintenanceWindow: 'wed:00:00-wed:01:00' }, 'overlap'],
    [{ backupWindow: '00:00-00:30', maintenanceWindow: 'sat:23:00-sun:00:10' }, 'overlap'],
    [{ insights: { mode: 'standard', retentionDays: 90 } }, 'insights.retentionDays is 90, allowed are 7, 31 to 713'],
    [{ insights: { mode: 'advanced', retentionDays: 434 } }, 'the advanced mode needs at least 465'],
    [{ logRetentionDays: 10 }, 'retentionDays is 10, allowed are'],
    [{ engineVersion: '17.10' }, "engineVersion 17.10 is not the global cluster's 17.9"],
    [user('1admin'), "masterUser.name '1admin'"],
    [user('platform_admin'), 'only 1 to 16 letters and digits'],
    [user('a'.repeat(17)), '(17 characters)'],
    [user('admin'), "masterUser.name 'admin' is reserved"],
    [user('RdsAdmin'), 'is reserved'],
    [instances(0), 'instances.count is 0, a whole number from 1 to 15'],
    [instances(16), 'instances.count is 16'],
    [
      instances(1, 'db.t4g.medium'),
      'instanceClass db.t4g.medium is not offered for a global aurora-postgresql database',
    ],
    [instances(1, 'db.m7g.large'), 'only sizes of db.r5, db.r6g'],
    [instances(1, 'db.r6gd.large'), 'instanceClass db.r6gd.large is not offered, sizes of db.r6gd are xlarge'],
    [instances(1, 'r7g.large'), 'is not offered'],
  ] as [Partial<DbClusterProps>, string][])('GIVEN %p WHEN a cluster is made THEN it is refused', (change, message) => {
    expect(() => cluster(chart(), change)).toThrow(message);
  });

  test.each([2, 20, 61])(
    'GIVEN a monitoring interval of %d s WHEN a cluster is made THEN it is refused',
    (interval) => {
      const scope = chart();
      const shared = parts(scope);
      expect(() => cluster(scope, { monitoring: { interval, role: shared.role } }, 'db', shared)).toThrow(
        `monitoring.interval is ${interval} s, allowed are 0, 1, 5, 10, 15, 30, 60 s`,
      );
    },
  );

  test.each(['1db', 'db-', 'd--b', 'd'.repeat(64)])(
    'GIVEN the name %s WHEN a cluster is made THEN it is refused',
    (id) => {
      expect(() => cluster(chart(), {}, id)).toThrow(`cluster name '${id}'`);
    },
  );

  test('GIVEN one availability zone WHEN a cluster has two instances THEN it is refused', () => {
    const scope = chart({ network: { ...network, availabilityZones: ['us-east-1a'] } });
    expect(() => cluster(scope)).toThrow('2 instances in the one availability zone us-east-1a, at least 2 zones');
  });

  test.each([
    [instances(17), 'instances.count is 17, a whole number from 0 to 16'],
    [{ engineVersion: '17.7' }, "engineVersion 17.7 is older than the writer's 17.9"],
    [{ engineVersion: '16.14' }, "engineVersion 16.14 is older than the writer's 17.9"],
  ])('GIVEN %p WHEN a follower is made THEN it is refused', (change, message) => {
    expect(() => pair(chart(), change)).toThrow(message);
  });

  test('GIVEN a cluster that follows WHEN another one follows it THEN it is refused', () => {
    const scope = chart();
    const { shared, follower } = pair(scope);
    expect(() => cluster(scope, { part: { follows: follower } }, 'db-far', shared)).toThrow(
      "follows 'db-dr', which itself follows another cluster",
    );
  });

  test('GIVEN a cluster of another global cluster WHEN one follows it THEN it is refused', () => {
    const scope = chart();
    const { shared, writer } = pair(scope);
    const other = { ...shared, globalCluster: globalCluster(scope, {}, 'other') };
    expect(() => cluster(scope, { part: { follows: writer } }, 'db-far', other)).toThrow(
      'part of another global cluster',
    );
  });
});
