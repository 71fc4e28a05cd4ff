import {
  bySize,
  bySwitch,
  byVersion,
  disrupts,
  type FieldEffect,
  nothing,
  type Reviewed,
  replaces,
  updates,
} from './field-effect';

const SCALING = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/scaling-redis-cluster-mode-enabled.html';
const CACHE_UPGRADE = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.HowTo.html';
const CACHE_PARAMETERS = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.html';
const CACHE_TLS = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html';
const CACHE = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html';
const DYNAMODB = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/';
const MEMORYDB = 'https://docs.aws.amazon.com/memorydb/latest/devguide/cluster-resharding-online.html';
const DAX = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.cluster-management.html';

const shards: FieldEffect = bySize(
  disrupts(
    'fewer shards: ElastiCache moves every slot of the removed shards to the others while it serves, which loads them, and removes their nodes; it refuses when the data do not fit',
    SCALING,
  ),
  disrupts(
    'more shards: ElastiCache makes them and moves slots to them while it serves, which loads the cluster for as long as it takes',
    SCALING,
  ),
);
const replicas: FieldEffect = bySize(
  disrupts(
    'replicas are removed: reads and failover have fewer nodes, and connections to the removed ones end',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/increase-decrease-replica-count.html',
  ),
  updates(
    'replicas are added while the group serves',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/increase-decrease-replica-count.html',
  ),
);
const nodeType = disrupts(
  'every node is replaced by one of the new type, with a failover of each shard: connections end and clients have to come again',
  SCALING,
);
const cacheEngine = byVersion(
  replaces(
    'ElastiCache does not downgrade an engine: it refuses, and the controller stops with the error',
    CACHE_UPGRADE,
  ),
  disrupts('a major engine upgrade: every shard fails over, and there is no way back', CACHE_UPGRADE),
  disrupts('an engine upgrade: every shard fails over, connections end for a moment', CACHE_UPGRADE),
);
const cacheParameters = disrupts(
  'another parameter group: some parameters apply at once, others when the nodes restart',
  CACHE_PARAMETERS,
);
const tls = disrupts(
  'encryption in transit changes under running clients: those of the other mode cannot connect; AWS wants the mode preferred in between',
  CACHE_TLS,
);
const token = disrupts(
  'another password: clients that do not know it cannot sign in',
  'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html',
);
const layout = disrupts('slots and zones of the shards move while the group serves', SCALING);
const failover = bySwitch(
  updates('a lost primary is not replaced by itself any more', CACHE),
  updates('a lost primary is replaced by a replica from now on', CACHE),
);
const snapshots = bySize(
  updates(
    'older automatic snapshots are deleted; 0 ends them',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
  ),
  updates(
    'automatic snapshots are kept longer',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
  ),
);

const indexes: FieldEffect = (from, to) =>
  to === undefined
    ? disrupts('the index is deleted: queries that name it fail at once', `${DYNAMODB}GSI.OnlineOps.html`)
    : from === undefined
      ? updates(
          'the index is built while the table serves; it answers when that is done',
          `${DYNAMODB}GSI.OnlineOps.html`,
        )
      : disrupts(
          'DynamoDB cannot change keys or projection of an index: it is deleted and built again, and queries fail in between',
          `${DYNAMODB}GSI.OnlineOps.html`,
        );
const indexCapacity = updates('the index gets other throughput while it serves', `${DYNAMODB}GSI.html`);
const stream = disrupts(
  'DynamoDB ends the stream and makes another with a new ARN: records that nobody has read yet and consumers of the old ARN are lost',
  `${DYNAMODB}Streams.html`,
);
const streamSwitch: FieldEffect = (from) =>
  from === undefined ? updates('a stream is made', `${DYNAMODB}Streams.html`) : stream;
const replica: FieldEffect = (from, to) =>
  to === undefined
    ? disrupts(
        'the replica of that region is deleted with its copy of the data; readers and writers there fail',
        `${DYNAMODB}GlobalTables.html`,
      )
    : from === undefined
      ? updates('a replica is made and filled while the table serves', `${DYNAMODB}GlobalTables.html`)
      : updates('the replica changes in place', `${DYNAMODB}GlobalTables.html`);
const attributeType = replaces(
  'the type of a key or of the key of an index is fixed: DynamoDB refuses other definitions, and the controller stops with the error; another table, or another index, and a copy of the items are needed',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html#cfn-dynamodb-table-attributedefinitions',
);
const billing = updates('switches in place; AWS allows it four times in a day', `${DYNAMODB}capacity-mode.html`);
const pitr = bySwitch(
  updates(
    'point-in-time recovery ends, and with it every point that could be restored',
    `${DYNAMODB}PointInTimeRecovery.html`,
  ),
  updates('every second from now on can be restored', `${DYNAMODB}PointInTimeRecovery.html`),
);
const ttl = updates('items whose time is over are deleted, within days, without a way back', `${DYNAMODB}TTL.html`);
const tableProtection = bySwitch(
  updates('DynamoDB would no longer refuse to delete the table', `${DYNAMODB}WorkingWithTables.Basics.html`),
  updates('DynamoDB refuses to delete the table from now on', `${DYNAMODB}WorkingWithTables.Basics.html`),
);
const restored = replaces(
  'read at creation alone: a table is not restored or imported into',
  `${DYNAMODB}PointInTimeRecovery.Tutorial.html`,
);
const nodes: FieldEffect = bySize(
  disrupts('nodes are removed: their part of the cache and their connections go', DAX),
  updates('read replicas are added while the cluster serves', DAX),
);

/** ElastiCache, MemoryDB, DynamoDB and DAX. */
export const stores: Reviewed = {
  'elasticache.services.k8s.aws/ReplicationGroup': {
    authToken: token,
    automaticFailoverEnabled: failover,
    cacheNodeType: nodeType,
    cacheParameterGroupName: cacheParameters,
    cacheParameterGroupRef: cacheParameters,
    engine: (_, to) =>
      to === 'valkey'
        ? disrupts(
            'ElastiCache changes Redis OSS to Valkey as it upgrades an engine: every shard fails over',
            CACHE_UPGRADE,
          )
        : undefined,
    engineVersion: cacheEngine,
    nodeGroupConfiguration: layout,
    numNodeGroups: shards,
    replicasPerNodeGroup: replicas,
    snapshotRetentionLimit: snapshots,
    transitEncryptionEnabled: tls,
    transitEncryptionMode: tls,
  },
  'elasticache.services.k8s.aws/CacheCluster': {
    authToken: token,
    azMode: disrupts('nodes move between zones: they begin empty', CACHE),
    cacheNodeType: disrupts('nodes of the new type take the place of the old ones; Memcached begins empty', SCALING),
    cacheParameterGroupName: cacheParameters,
    engineVersion: cacheEngine,
    numCacheNodes: bySize(
      disrupts('nodes are removed with what they hold', SCALING),
      disrupts('nodes are added: keys map to other nodes, many are missed at first', SCALING),
    ),
    outpostMode: replaces('chosen at creation', CACHE),
    preferredAvailabilityZone: disrupts('the node moves to another zone', CACHE),
    preferredAvailabilityZones: disrupts('nodes move to other zones', CACHE),
    preferredOutpostARN: replaces('chosen at creation', CACHE),
    preferredOutpostARNs: replaces('chosen at creation', CACHE),
    replicationGroupID: replaces('a node stays in its replication group', CACHE),
  },
  'elasticache.services.k8s.aws/CacheParameterGroup': {
    cacheParameterGroupName: replaces(
      'a parameter group keeps its name: ACK finds none of the new name and makes a second one; the first stays in AWS',
      CACHE_PARAMETERS,
    ),
    parameterNameValues: updates(
      'parameters that can apply at once do, others when the nodes restart',
      CACHE_PARAMETERS,
    ),
  },
  'elasticache.services.k8s.aws/Snapshot': {
    snapshotName: replaces('a snapshot keeps its name: ACK makes another one', CACHE),
    replicationGroupID: replaces('a snapshot is of one group', CACHE),
    cacheClusterID: replaces('a snapshot is of one cluster', CACHE),
  },
  'elasticache.aws.m.upbound.io/ReplicationGroup': {
    applyImmediately: nothing('decides whether the next change waits for the maintenance window', CACHE),
    authTokenSecretRef: token,
    authTokenUpdateStrategy: nothing('decides how the next password comes in', CACHE),
    automaticFailoverEnabled: failover,
    engineVersion: cacheEngine,
    finalSnapshotIdentifier: nothing('the name of a snapshot that a deletion makes', CACHE),
    nodeGroupConfiguration: layout,
    nodeType,
    numCacheClusters: replicas,
    numNodeGroups: shards,
    parameterGroupName: cacheParameters,
    preferredCacheClusterAzs: updates('where nodes are made from now on', CACHE),
    replicasPerNodeGroup: replicas,
    snapshotRetentionLimit: snapshots,
    transitEncryptionEnabled: tls,
    transitEncryptionMode: tls,
  },
  'elasticache.aws.m.upbound.io/GlobalReplicationGroup': {
    cacheNodeType: nodeType,
    engineVersion: cacheEngine,
    numNodeGroups: shards,
    parameterGroupName: cacheParameters,
    primaryReplicationGroupId: replaces('the primary is chosen at creation', CACHE),
  },
  'memorydb.services.k8s.aws/Cluster': {
    engineVersion: cacheEngine,
    nodeType: disrupts('every node is replaced by one of the new type, with a failover of each shard', MEMORYDB),
    numReplicasPerShard: replicas,
    numShards: bySize(
      disrupts('fewer shards: MemoryDB moves every slot of the removed shards to the others while it serves', MEMORYDB),
      disrupts('more shards: MemoryDB moves slots to the new shards while it serves', MEMORYDB),
    ),
    parameterGroupName: cacheParameters,
    parameterGroupRef: cacheParameters,
  },
  'dynamodb.services.k8s.aws/Table': {
    'attributeDefinitions[].attributeType': attributeType,
    billingMode: billing,
    'continuousBackups.pointInTimeRecoveryEnabled': pitr,
    deletionProtectionEnabled: tableProtection,
    globalSecondaryIndexes: indexes,
    'globalSecondaryIndexes[].onDemandThroughput': indexCapacity,
    'globalSecondaryIndexes[].provisionedThroughput': indexCapacity,
    'globalSecondaryIndexes[].warmThroughput': indexCapacity,
    streamSpecification: streamSwitch,
    'streamSpecification.streamEnabled': bySwitch(stream, updates('a stream is made', `${DYNAMODB}Streams.html`)),
    'streamSpecification.streamViewType': streamSwitch,
    tableReplicas: replica,
    timeToLive: ttl,
  },
  'dynamodb.services.k8s.aws/Backup': {
    backupName: replaces('a backup is not changed: the controller stops', `${DYNAMODB}BackupRestore.html`),
    tableName: replaces('a backup is of one table', `${DYNAMODB}BackupRestore.html`),
  },
  'dynamodb.services.k8s.aws/GlobalTable': {
    globalTableName: replaces(
      'a global table keeps its name: ACK finds none of the new name and makes a second one',
      `${DYNAMODB}GlobalTables.html`,
    ),
    replicationGroup: replica,
  },
  'dynamodb.aws.m.upbound.io/Table': {
    'attribute[].type': attributeType,
    billingMode: billing,
    deletionProtectionEnabled: tableProtection,
    globalSecondaryIndex: indexes,
    'globalSecondaryIndex[].readCapacity': indexCapacity,
    'globalSecondaryIndex[].writeCapacity': indexCapacity,
    globalTableWitness: replica,
    hashKey: replaces(
      'a table keeps its key: Crossplane refuses the change (ForceNew), Synced=False; another key needs another table and a copy of the items',
      `${DYNAMODB}WorkingWithTables.Basics.html`,
    ),
    importTable: restored,
    'pointInTimeRecovery.enabled': pitr,
    replica,
    restoreDateTime: restored,
    restoreSourceName: restored,
    restoreSourceTableArn: restored,
    restoreToLatestTime: restored,
    streamEnabled: bySwitch(stream, updates('a stream is made', `${DYNAMODB}Streams.html`)),
    streamViewType: streamSwitch,
    ttl,
  },
  'dax.aws.m.upbound.io/Cluster': { replicationFactor: nodes },
};
