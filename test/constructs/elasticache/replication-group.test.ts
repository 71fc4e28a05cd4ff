import type { PlatformChart } from '../../../charts/platform-chart';
import type { ReplicationGroupProps } from '../../../constructs/elasticache/replication-group';
import { Topic } from '../../../constructs/sns/topic';
import { chart, manifests, wired } from '../scope';
import { parameters, redis, subnets } from './helpers';

const KEPT = 'Prune=false,Delete=false';

describe('ReplicationGroup', () => {
  test('GIVEN a replication group WHEN it is made THEN it is encrypted, kept, restorable, and reached by users and its security group alone', () => {
    const scope = chart({ namePrefix: 'staging-' });
    redis(scope);
    const { metadata, spec } = wired(scope)['ReplicationGroup redis']!;
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': KEPT,
      'services.k8s.aws/deletion-policy': 'retain',
    });
    expect(spec).toMatchObject({
      replicationGroupID: 'staging-redis',
      engine: 'redis',
      engineVersion: '7.1',
      numNodeGroups: 3,
      replicasPerNodeGroup: 1,
      automaticFailoverEnabled: true,
      multiAZEnabled: true,
      atRestEncryptionEnabled: true,
      kmsKeyID: scope.environment.outputs.keys.data,
      transitEncryptionEnabled: true,
      snapshotRetentionLimit: 7,
      snapshotWindow: '03:00-04:00',
      preferredMaintenanceWindow: 'sun:05:00-sun:06:00',
      cacheParameterGroupRef: { from: { name: 'parameters' } },
      cacheSubnetGroupRef: { from: { name: 'subnets' } },
      securityGroupRefs: [{ from: { name: 'cache' } }],
      userGroupRefs: [{ from: { name: 'users' } }],
      notificationTopicARN: 'arn:aws:sns:us-east-1:123456789012:staging-events',
    });
    expect(spec['tags']).toContainEqual({ key: 'Backup', value: 'platform' });
    expect(spec).not.toHaveProperty('authToken');
  });

  test('GIVEN a replication group WHEN it is made THEN both its logs have a group that is encrypted and kept', () => {
    const scope = chart();
    redis(scope, { logRetentionDays: 14 });
    const objects = manifests(scope);
    const delivered = objects['redis']!.spec['logDeliveryConfigurations'] as Record<string, object>[];
    expect(delivered.map(({ logType, destinationDetails }) => [logType, destinationDetails])).toEqual(
      ['engine-log', 'slow-log'].map((type) => [
        type,
        { cloudWatchLogsDetails: { logGroup: `/aws/vendedlogs/elasticache/redis-${type}` } },
      ]),
    );
    for (const type of ['engine-log', 'slow-log'])
      expect(objects[`redis-${type}`]!.spec).toMatchObject({
        name: `/aws/vendedlogs/elasticache/redis-${type}`,
        retentionDays: 14,
        kmsKeyID: scope.environment.outputs.keys.logs,
      });
  });

  test('GIVEN defaults that AWS sends back WHEN it is made THEN they are written, or the controller would see a difference for ever', () => {
    const scope = chart();
    redis(scope);
    expect(manifests(scope)['redis']!.spec).toMatchObject({ ipDiscovery: 'ipv4', networkType: 'ipv4' });
  });

  test('GIVEN shards without a replica WHEN it is made THEN it is in one zone, and still fails over, as cluster mode wants', () => {
    const scope = chart();
    redis(scope, { replicasPerShard: 0 });
    expect(manifests(scope)['redis']!.spec).toMatchObject({ multiAZEnabled: false, automaticFailoverEnabled: true });
  });

  test('GIVEN a quota that was raised WHEN there are as many nodes THEN it is made', () => {
    expect(() => redis(chart(), { shards: 83, replicasPerShard: 5, nodeQuota: 500 })).not.toThrow();
  });

  test('GIVEN its topic WHEN it is made THEN the account and nobody else may publish for its clusters', () => {
    const scope = chart();
    redis(scope);
    const { metadata, spec } = manifests(scope)['events']!;
    expect(spec).not.toHaveProperty('kmsMasterKeyID');
    expect(metadata.annotations!['exception.platform.company.com/encrypted-at-rest']).toBe('caches cannot encrypt');
    expect(JSON.parse(String(spec['policy'])).Statement[0]).toEqual({
      Sid: 'AllowCaches',
      Effect: 'Allow',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: 'arn:aws:sns:us-east-1:123456789012:events',
      Condition: { StringEquals: { 'aws:SourceOwner': '123456789012' } },
    });
  });

  const at = (place: string, message: string) => `production/test/chart/${place}: ${message}`;
  type Case = [string, (scope: PlatformChart) => unknown, string];
  const badRedis = (what: string, change: Partial<ReplicationGroupProps>, message: string): Case => [
    what,
    (scope) => redis(scope, change),
    at('redis', message),
  ];
  const cases: Case[] = [
    badRedis('no shard', { shards: 0 }, 'shards is 0, a whole number from 1 to 500 is allowed'),
    badRedis('501 shards', { shards: 501 }, 'shards is 501, a whole number from 1 to 500 is allowed'),
    badRedis('6 replicas', { replicasPerShard: 6 }, 'replicasPerShard is 6, a whole number from 0 to 5 is allowed'),
    badRedis(
      'more nodes than the quota',
      { shards: 46 },
      '46 shards with 1 replicas are 92 nodes, at most 90 are allowed',
    ),
    badRedis(
      'a quota beyond what AWS grants',
      { nodeQuota: 501 },
      'nodeQuota is 501 nodes, a whole number from 1 to 500 nodes is allowed',
    ),
    badRedis(
      'zones without a replica',
      { multiAz: true, replicasPerShard: 0 },
      'multiAz wants a replica in another availability zone, replicasPerShard is 0',
    ),
    [
      'zones with one subnet',
      (scope) => redis(scope, { subnetGroup: subnets(scope, 1) }),
      at('redis', "multiAz wants two availability zones, the subnet group 'subnets' has one"),
    ],
    badRedis(
      'snapshots during maintenance',
      { snapshotWindow: '05:30-06:30' },
      'snapshotWindow 05:30-06:30 meets maintenanceWindow sun:05:00-sun:06:00, AWS refuses that',
    ),
    badRedis(
      'a short snapshot window',
      { snapshotWindow: '03:00-03:59' },
      'snapshotWindow 03:00-03:59 is 59 minutes long, at least 60 are required',
    ),
    badRedis(
      'a snapshot window at 24 hours',
      { snapshotWindow: '23:00-24:00' },
      "snapshotWindow '23:00-24:00' is not allowed, only a range in UTC such as 03:00-04:00",
    ),
    badRedis(
      'a short maintenance window',
      { maintenanceWindow: 'sun:05:00-sun:05:30' },
      'maintenanceWindow sun:05:00-sun:05:30 is 30 minutes long, at least 60 are required',
    ),
    badRedis(
      'a maintenance window without days',
      { maintenanceWindow: '05:00-06:00' },
      "maintenanceWindow '05:00-06:00' is not allowed, only a range in UTC such as sun:05:00-sun:06:00",
    ),
    badRedis(
      'snapshots for 36 days',
      { snapshotRetentionDays: 36 },
      'snapshotRetentionDays is 36 days, a whole number from 0 to 35 days is allowed',
    ),
    badRedis(
      "another service's node type",
      { nodeType: 'db.r7g.large' },
      "nodeType 'db.r7g.large' is not offered, allowed are cache. and one of c7gn, m4",
    ),
    badRedis(
      "a node type of Valkey's alone",
      { nodeType: 'cache.r8g.large' },
      "nodeType 'cache.r8g.large' is not offered, allowed are cache. and one of",
    ),
    badRedis(
      'a size that its family does not have',
      { nodeType: 'cache.t4g.large' },
      "nodeType 'cache.t4g.large' is not offered, allowed are cache.t4g.micro, cache.t4g.small, cache.t4g.medium",
    ),
    [
      'an id of 41 characters',
      (scope) => redis(scope, {}, 'r'.repeat(41)),
      at('r'.repeat(41), `replication group id '${'r'.repeat(41)}' (41 characters) is not allowed, only at most 40`),
    ],
    ...['Redis', '1redis', 'redis-', 're--dis'].map(
      (id): Case => [
        `the id ${id}`,
        (scope) => redis(scope, {}, id),
        at(id, `replication group id '${id}' (${id.length} characters) is not allowed`),
      ],
    ),
    badRedis(
      "another version's parameters",
      { engineVersion: '6.2' },
      "parameterGroup 'parameters' is for redis7, the engine 6.2 needs one for redis6.x",
    ),
    [
      'parameters without cluster mode',
      (scope) => redis(scope, { parameterGroup: parameters(scope, { parameters: {} }) }),
      at('redis', "parameterGroup 'parameters' has no cluster-enabled: yes, without which there are no shards"),
    ],
    [
      'an encrypted topic',
      (scope) => redis(scope, { notificationTopic: new Topic(scope, 'alerts') }),
      at('redis', "notificationTopic 'alerts' is encrypted: ElastiCache cannot publish to it"),
    ],
    [
      'a retention that CloudWatch lacks',
      (scope) => redis(scope, { logRetentionDays: 2 }),
      at('redis/redis-engine-log', 'retentionDays is 2, allowed are 1, 3, 5'),
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
