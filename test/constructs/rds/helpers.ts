import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { Role } from '../../../constructs/iam/role';
import { DbCluster, type DbClusterProps } from '../../../constructs/rds/db-cluster';
import { GlobalCluster } from '../../../constructs/rds/global-cluster';

/** What the clusters of one chart have alike. */
export function parts(scope: PlatformChart) {
  return {
    globalCluster: globalCluster(scope),
    role: new Role(scope, 'monitoring', {
      description: 'Monitoring',
      assumedBy: { service: 'monitoring.rds.amazonaws.com' },
    }),
    securityGroup: new SecurityGroup(scope, 'database', { description: 'Database' }),
  };
}

/** A global cluster of PostgreSQL. */
export const globalCluster = (scope: PlatformChart, change: object = {}, id = 'global') =>
  new GlobalCluster(scope, id, { engineVersion: '17.9', databaseName: 'platform_db', ...change });

/** A cluster with two instances that makes database and user. */
export function cluster(
  scope: PlatformChart,
  change: Partial<DbClusterProps> = {},
  id = 'db',
  shared = parts(scope),
): DbCluster {
  return new DbCluster(scope, id, {
    globalCluster: shared.globalCluster,
    part: { masterUser: { name: 'dbadmin', password: { secretName: 'credentials', key: 'password' } } },
    instances: { count: 2, instanceClass: 'db.r7g.large' },
    securityGroup: shared.securityGroup,
    parameters: { cluster: { 'rds.force_ssl': '1' }, instance: { log_lock_waits: '1' } },
    backupRetention: Duration.days(30),
    backupWindow: '07:00-08:00',
    maintenanceWindow: 'sun:09:00-sun:10:00',
    monitoring: { interval: 60, role: shared.role },
    insights: { mode: 'advanced', retentionDays: 465 },
    logRetentionDays: 90,
    ...change,
  });
}
