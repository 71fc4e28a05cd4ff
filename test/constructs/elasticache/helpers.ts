import type { PlatformChart } from '../../../charts/platform-chart';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { CacheParameterGroup } from '../../../constructs/elasticache/cache-parameter-group';
import { CacheSubnetGroup } from '../../../constructs/elasticache/cache-subnet-group';
import { ReplicationGroup, type ReplicationGroupProps } from '../../../constructs/elasticache/replication-group';
import { CacheUser } from '../../../constructs/elasticache/user';
import { CacheUserGroup } from '../../../constructs/elasticache/user-group';
import { Topic } from '../../../constructs/sns/topic';

/** A topic without encryption: caches cannot encrypt. */
export const plain = (scope: PlatformChart) =>
  new Topic(scope, 'events', { encryption: { none: true, because: 'caches cannot encrypt' } });

export const firewall = (scope: PlatformChart) => new SecurityGroup(scope, 'cache', { description: 'A cache' });

/** A group of the database subnets. */
export const subnets = (scope: PlatformChart, count = 3) =>
  new CacheSubnetGroup(scope, 'subnets', {
    description: 'Where it is',
    subnetIds: scope.environment.outputs.databaseSubnetIds.slice(0, count),
  });

/** Parameters of cluster mode. */
export const parameters = (scope: PlatformChart, change: object = {}) =>
  new CacheParameterGroup(scope, 'parameters', {
    description: 'How it is',
    family: 'redis7',
    parameters: { 'cluster-enabled': 'yes' },
    ...change,
  });

/** A user with a password who may do everything. */
export const user = (scope: PlatformChart, id = 'someone', change: object = {}) =>
  new CacheUser(scope, id, {
    accessString: 'on ~* +@all',
    passwords: [{ name: 'auth', key: 'password' }],
    ...change,
  });

/** The default user, switched off. */
export const nobody = (scope: PlatformChart) =>
  new CacheUser(scope, 'nobody', { userName: 'default', accessString: 'off -@all' });

/** A group of both. */
export const users = (scope: PlatformChart) =>
  new CacheUserGroup(scope, 'users', { users: [nobody(scope), user(scope)] });

/** A replication group; the groups that a test brings itself are not made twice. */
export const redis = (
  scope: PlatformChart,
  {
    parameterGroup = parameters(scope),
    subnetGroup = subnets(scope),
    notificationTopic = plain(scope),
    ...change
  }: Partial<ReplicationGroupProps> = {},
  id = 'redis',
) =>
  new ReplicationGroup(scope, id, {
    description: 'A cache',
    nodeType: 'cache.r7g.large',
    shards: 3,
    replicasPerShard: 1,
    snapshotRetentionDays: 7,
    snapshotWindow: '03:00-04:00',
    maintenanceWindow: 'sun:05:00-sun:06:00',
    logRetentionDays: 30,
    parameterGroup,
    subnetGroup,
    securityGroup: firewall(scope),
    userGroup: users(scope),
    notificationTopic,
    ...change,
  });
