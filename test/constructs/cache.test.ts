import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../constructs/core/platform-chart';
import { DaxCluster, type DaxClusterProps } from '../../constructs/dax/cluster';
import { SecurityGroup } from '../../constructs/ec2/security-group';
import { CacheParameterGroup } from '../../constructs/elasticache/cache-parameter-group';
import { CacheSubnetGroup } from '../../constructs/elasticache/cache-subnet-group';
import { ReplicationGroup, type ReplicationGroupProps } from '../../constructs/elasticache/replication-group';
import { CacheUser } from '../../constructs/elasticache/user';
import { CacheUserGroup } from '../../constructs/elasticache/user-group';
import { Topic } from '../../constructs/sns/topic';
import { chart, manifests, wired } from './scope';

const KEPT = 'Prune=false,Delete=false';
const plain = (scope: PlatformChart) =>
  new Topic(scope, 'events', { encryption: { none: true, because: 'caches cannot encrypt' } });
const firewall = (scope: PlatformChart) => new SecurityGroup(scope, 'cache', { description: 'A cache' });
const subnets = (scope: PlatformChart, count = 3) =>
  new CacheSubnetGroup(scope, 'subnets', {
    description: 'Where it is',
    subnetIds: scope.environment.outputs.databaseSubnetIds.slice(0, count),
  });
const parameters = (scope: PlatformChart, change: object = {}) =>
  new CacheParameterGroup(scope, 'parameters', {
    description: 'How it is',
    family: 'redis7',
    parameters: { 'cluster-enabled': 'yes' },
    ...change,
  });
const user = (scope: PlatformChart, id = 'someone', change: object = {}) =>
  new CacheUser(scope, id, {
    accessString: 'on ~* +@all',
    passwords: [{ name: 'auth', key: 'password' }],
    ...change,
  });
const nobody = (scope: PlatformChart) =>
  new CacheUser(scope, 'nobody', { userName: 'default', accessString: 'off -@all' });
const users = (scope: PlatformChart) => new CacheUserGroup(scope, 'users', { users: [nobody(scope), user(scope)] });

// the groups that a test brings itself are not made twice
const redis = (
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
const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/orders';
const dax = (
  scope: PlatformChart,
  { notificationTopic = plain(scope), ...change }: Partial<DaxClusterProps> = {},
  id = 'tables',
) =>
  new DaxCluster(scope, id, {
    description: 'A cache',
    nodeType: 'dax.r5.large',
    nodes: 3,
    tableArns: [TABLE],
    subnetIds: scope.environment.outputs.databaseSubnetIds,
    securityGroup: firewall(scope),
    maintenanceWindow: 'sun:06:00-sun:07:00',
    notificationTopic,
    ...change,
  });

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
});

describe('CacheUser, CacheUserGroup and CacheParameterGroup', () => {
  test('GIVEN a user with two passwords WHEN it is made THEN they are read from Secrets, and are not in its manifest', () => {
    const scope = chart();
    const keys = ['password', 'next'].map((key) => ({ name: 'auth', key }));
    user(scope, 'someone', { passwords: keys });
    expect(manifests(scope)['someone']!.spec).toMatchObject({
      userName: 'someone',
      authenticationMode: {
        type: 'password',
        passwords: [
          { namespace: 'aws', name: 'auth', key: 'password' },
          { namespace: 'aws', name: 'auth', key: 'next' },
        ],
      },
    });
  });

  test('GIVEN a user that is off WHEN it is made without a password THEN it says so by the field that the controller does not compare', () => {
    const scope = chart();
    nobody(scope);
    const { spec } = manifests(scope)['nobody']!;
    expect(spec).toMatchObject({ userName: 'default', accessString: 'off -@all', noPasswordRequired: true });
    expect(spec).not.toHaveProperty('authenticationMode');
  });

  test.each([
    'on ~* &* +@all -@dangerous +info',
    'on ~app:* -@all +@read +cluster|slots',
    'on allkeys resetchannels &news %R~cache:* nocommands +get',
  ])('GIVEN the access string %s WHEN a user is made THEN it is taken', (accessString) => {
    expect(() => user(chart(), 'someone', { accessString })).not.toThrow();
  });

  test('GIVEN users WHEN their group is made THEN it refers to them', () => {
    const scope = chart();
    users(scope);
    expect(manifests(scope)['users']!.spec['userRefs']).toEqual([
      { from: { name: 'nobody' } },
      { from: { name: 'someone' } },
    ]);
  });

  test('GIVEN parameters in any order WHEN a group is made THEN they stand in the order in which AWS sends them', () => {
    const scope = chart();
    parameters(scope, { parameters: { timeout: '300', 'cluster-enabled': 'yes' } });
    expect(manifests(scope)['parameters']!.spec['parameterNameValues']).toEqual([
      { parameterName: 'cluster-enabled', parameterValue: 'yes' },
      { parameterName: 'timeout', parameterValue: '300' },
    ]);
  });
});

describe('DaxCluster', () => {
  test('GIVEN a cluster WHEN it is made THEN it is encrypted, kept, and waits for its security group and its groups', () => {
    const scope = chart({ namePrefix: 'staging-' });
    dax(scope);
    const { metadata, spec } = wired(scope)['Cluster tables']!;
    expect(metadata.annotations!['crossplane.io/external-name']).toBe('staging-tables');
    expect(spec['managementPolicies']).not.toContain('Delete');
    expect(spec['forProvider']).toEqual({
      region: 'us-east-1',
      description: 'A cache',
      nodeType: 'dax.r5.large',
      replicationFactor: 3,
      iamRoleArn: 'arn:aws:iam::123456789012:role/platform/staging-tables-dax',
      clusterEndpointEncryptionType: 'TLS',
      serverSideEncryption: { enabled: true },
      parameterGroupName: '${tablesParameters.status.atProvider.id}',
      subnetGroupName: '${tablesSubnets.status.atProvider.id}',
      securityGroupIds: ['${cache.status.id}'],
      maintenanceWindow: 'sun:06:00-sun:07:00',
      notificationTopicArn: 'arn:aws:sns:us-east-1:123456789012:staging-events',
      tags: { Environment: 'production', Owner: 'platform-team', Backup: 'platform' },
    });
  });

  test('GIVEN tables WHEN its role is made THEN DAX may use them and decrypt them, and nothing else', () => {
    const scope = chart();
    dax(scope);
    const { assumeRolePolicyDocument, inlinePolicies } = manifests(scope)['tables-dax']!.spec as {
      assumeRolePolicyDocument: string;
      inlinePolicies: Record<string, string>;
    };
    expect(JSON.parse(assumeRolePolicyDocument).Statement[0].Principal).toEqual({ Service: 'dax.amazonaws.com' });
    const [items, decrypt] = JSON.parse(inlinePolicies['tables']!).Statement;
    expect(items.Resource).toBe(TABLE);
    expect(items.Action).toHaveLength(10);
    expect(decrypt).toMatchObject({ Action: 'kms:Decrypt', Resource: scope.environment.outputs.keys.data });
  });

  test('GIVEN times to live WHEN its parameter group is made THEN they are milliseconds', () => {
    const scope = chart();
    dax(scope, { itemTtl: Duration.minutes(10), queryTtl: Duration.seconds(30) });
    expect(manifests(scope)['tables-parameters']!.spec['forProvider']).toMatchObject({
      parameters: [
        { name: 'query-ttl-millis', value: '30000' },
        { name: 'record-ttl-millis', value: '600000' },
      ],
    });
  });
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
  const at = (place: string, message: string) => `production/test/chart/${place}: ${message}`;
  const badRedis = (what: string, change: Partial<ReplicationGroupProps>, message: string): Case => [
    what,
    (scope) => redis(scope, change),
    at('redis', message),
  ];
  const badDax = (what: string, change: Partial<DaxClusterProps>, message: string): Case => [
    what,
    (scope) => dax(scope, change),
    at('tables', message),
  ];
  const badUser = (what: string, change: object, message: string): Case => [
    what,
    (scope) => user(scope, 'someone', change),
    at('someone', message),
  ];
  type Case = [string, (scope: PlatformChart) => unknown, string];
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
      'a topic that is not encrypted for no reason',
      (scope) => new Topic(scope, 'alerts', { encryption: { none: true, because: 'so' } }),
      at('alerts', "encryption: because is 'so', a reason of at least 10 characters is required"),
    ],
    [
      'a retention that CloudWatch lacks',
      (scope) => redis(scope, { logRetentionDays: 2 }),
      at('redis/redis-engine-log', 'retentionDays is 2, allowed are 1, 3, 5'),
    ],
    badUser(
      'three passwords',
      { passwords: ['a', 'b', 'c'].map((key) => ({ name: 'auth', key })) },
      'passwords is 3, a whole number from 0 to 2 is allowed',
    ),
    badUser(
      'no password',
      { passwords: [] },
      "passwords is empty: only a user whose accessString says 'off' may have none",
    ),
    badUser(
      'an access string with a password',
      { accessString: 'on >secret ~* +@all' },
      "accessString has '>secret', but passwords come from passwords alone, AWS refuses them here",
    ),
    badUser('an access string with nopass', { accessString: 'on nopass ~* +@all' }, "accessString has 'nopass', but"),
    badUser('an access string with reset', { accessString: 'reset on ~*' }, "accessString has 'reset', but"),
    badUser('a command without a sign', { accessString: 'on ~* get' }, "accessString has 'get', allowed between"),
    badUser('two blanks', { accessString: 'on  ~*' }, "accessString has '', allowed between single blanks"),
    badUser('neither on nor off', { accessString: '~* +@all' }, 'accessString says on or off 0 times, once is allowed'),
    badUser('both on and off', { accessString: 'on off ~*' }, 'accessString says on or off 2 times, once is allowed'),
    badUser('a name with a blank', { userName: 'some one' }, "userName 'some one' (8 characters) is not allowed"),
    [
      'users without the default one',
      (scope) => new CacheUserGroup(scope, 'users', { users: [user(scope)] }),
      at('users', "users has nobody named 'default': AWS refuses a group without it"),
    ],
    [
      'two users of one name',
      (scope) =>
        new CacheUserGroup(scope, 'users', { users: [nobody(scope), user(scope, 'a', { userName: 'default' })] }),
      at('users', "users has two named 'default', AWS refuses that"),
    ],
    [
      'no users',
      (scope) => new CacheUserGroup(scope, 'users', { users: [] }),
      at('users', 'users is 0, a whole number from 1 to 100 is allowed'),
    ],
    [
      'no subnets',
      (scope) => new CacheSubnetGroup(scope, 'subnets', { description: 'd', subnetIds: [] }),
      at('subnets', 'subnetIds is 0 subnets, a whole number from 1 to 20 subnets is allowed'),
    ],
    [
      'a parameter with a capital',
      (scope) => parameters(scope, { parameters: { Timeout: '300' } }),
      at('parameters', "parameter 'Timeout' (7 characters) is not allowed, only lower-case letters"),
    ],
    [
      'a parameter without a value',
      (scope) => parameters(scope, { parameters: { timeout: '' } }),
      at('parameters', 'parameters.timeout is empty'),
    ],
    [
      'cluster mode that is true',
      (scope) => parameters(scope, { parameters: { 'cluster-enabled': 'true' } }),
      at('parameters', "parameters.cluster-enabled is 'true', allowed are yes and no"),
    ],
    badDax('no node', { nodes: 0 }, 'nodes is 0, a whole number from 1 to 11 is allowed'),
    badDax('12 nodes', { nodes: 12 }, 'nodes is 12, a whole number from 1 to 11 is allowed'),
    badDax(
      'nodes in one zone',
      { subnetIds: ['subnet-0ea86cf15727bdc42'] },
      '3 nodes want subnets in two availability zones, subnetIds has 1',
    ),
    badDax('no tables', { tableArns: [] }, 'tableArns is empty, at least one table is needed'),
    badDax(
      "ElastiCache's node type",
      { nodeType: 'cache.r5.large' },
      "nodeType 'cache.r5.large' is not offered, allowed are dax. and one of r4, r5, r7i, t2, t3",
    ),
    badDax(
      'a size that its family does not have',
      { nodeType: 'dax.t3.large' },
      "nodeType 'dax.t3.large' is not offered, allowed are dax.t3.small, dax.t3.medium",
    ),
    badDax(
      'a maintenance window of no length',
      { maintenanceWindow: 'sun:06:00-sun:06:00' },
      'maintenanceWindow sun:06:00-sun:06:00 is 0 minutes long, at least 60 are required',
    ),
    badDax(
      'a maintenance window with a long day',
      { maintenanceWindow: 'sunday:06:00-sunday:07:00' },
      "maintenanceWindow 'sunday:06:00-sunday:07:00' is not allowed, only a range in UTC such as",
    ),
    [
      'a name of 21 characters',
      (scope) => dax(scope, {}, 'd'.repeat(21)),
      at('d'.repeat(21), `cluster name '${'d'.repeat(21)}' (21 characters) is not allowed, only at most 20`),
    ],
    [
      'a name that its prefix makes too long',
      () => dax(chart({ namePrefix: 'development-' }), {}, 'platform-tables'),
      at('platform-tables', "cluster name 'development-platform-tables' (27 characters) is not allowed"),
    ],
    [
      'an encrypted topic for DAX',
      (scope) => dax(scope, { notificationTopic: new Topic(scope, 'alerts') }),
      at('tables', "notificationTopic 'alerts' is encrypted: DAX cannot publish to it"),
    ],
    [
      'items that live for no time',
      (scope) => dax(scope, { itemTtl: Duration.millis(0) }),
      at('tables/tables-parameters', 'itemTtl is 0 ms, a whole number from 1 to'),
    ],
    [
      'queries that live for no time',
      (scope) => dax(scope, { queryTtl: Duration.millis(0) }),
      at('tables/tables-parameters', 'queryTtl is 0 ms, a whole number from 1 to'),
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
