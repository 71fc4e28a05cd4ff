import type { Construct } from 'constructs';
import { CacheParameterGroup } from '../../constructs/elasticache/cache-parameter-group';
import { CacheSubnetGroup } from '../../constructs/elasticache/cache-subnet-group';
import { ReplicationGroup } from '../../constructs/elasticache/replication-group';
import { CacheUser } from '../../constructs/elasticache/user';
import { CacheUserGroup } from '../../constructs/elasticache/user-group';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';
import type { Ec2 } from '../network/ec2';
import { PlatformChart } from '../platform-chart';
import type { ExternalSecrets } from '../security/external-secrets';

interface ElastiCacheUses {
  readonly ec2: Ec2;
  readonly sns: Sns;
  readonly externalSecrets: ExternalSecrets;
}

/** Redis: what the platform's services share in memory. */
export class ElastiCache extends PlatformChart {
  private readonly subnetGroup = new CacheSubnetGroup(this, 'platform-redis-subnets', {
    description: 'Database subnets',
    subnetIds: this.environment.outputs.databaseSubnetIds,
  });

  private readonly parameterGroup = new CacheParameterGroup(this, 'platform-redis-parameters', {
    description: 'Redis 7 in cluster mode',
    family: 'redis7',
    parameters: { 'cluster-enabled': 'yes' },
  });

  /** Whoever connects without a name: nobody. */
  private readonly defaultUser = new CacheUser(this, 'redis-default', {
    userName: 'default',
    accessString: 'off -@all',
  });

  constructor(scope: Construct, id: string, environment: Environment, { ec2, sns, externalSecrets }: ElastiCacheUses) {
    super(scope, id, environment);
    // every key and channel, but nothing that empties or reconfigures the server; clients ask for INFO
    const services = new CacheUser(this, 'redis-platform', {
      userName: externalSecrets.redisLogin.username,
      accessString: 'on ~* &* +@all -@dangerous +info',
      passwords: [externalSecrets.redis.key('password')],
    });
    new ReplicationGroup(this, 'platform-redis', {
      description: 'Shared memory of the platform',
      ...environment.cache.redis,
      parameterGroup: this.parameterGroup,
      subnetGroup: this.subnetGroup,
      securityGroup: ec2.cache,
      userGroup: new CacheUserGroup(this, 'redis-users', { users: [this.defaultUser, services] }),
      notificationTopic: sns.cacheEvents,
    });
  }
}
