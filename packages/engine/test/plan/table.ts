import type { Effect } from '../../src/plan/model';

/** A change of one field of an object of dist/production, and what it does. `undefined`: the field is not there. */
export type Row = readonly [field: string, from: unknown, to: unknown, effect: Effect, reason: RegExp];

/**
 * The specification of `plan`: written after AWS's and the controllers' documentation, not after the engine. By group
 * and kind; behind `#` the name of the object in dist, where it matters.
 */
export const table: Readonly<Record<string, readonly Row[]>> = {
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html
  'rds.services.k8s.aws/DBCluster': [
    ['spec.dbClusterIdentifier', 'platform-db', 'platform-database', 'replace', /makes a second one; the first stays/],
    ['spec.engine', 'aurora-postgresql', 'aurora-mysql', 'replace', /new cluster and a migration/],
    ['spec.engineVersion', '16', '17', 'disrupt', /major engine upgrade/],
    ['spec.engineVersion', '16.6', '16.8', 'disrupt', /minor engine upgrade/],
    ['spec.engineVersion', '17', '16', 'replace', /does not downgrade/],
    ['spec.masterUserPassword.key', 'one', 'other', 'update', /open connections go on/],
    ['spec.backupRetentionPeriod', 1, undefined, 'none', /never/],
    ['spec.masterUsername', 'platform', 'admin', 'replace', /set at creation alone/],
    ['spec.databaseName', 'platform', 'orders', 'replace', /DatabaseName/],
    [
      'spec.kmsKeyID',
      'arn:aws:kms:us-east-1:123456789012:key/a',
      'arn:aws:kms:us-east-1:123456789012:key/b',
      'replace',
      /KmsKeyId/,
    ],
    ['spec.storageEncrypted', true, false, 'replace', /StorageEncrypted/],
    ['spec.dbSubnetGroupName', 'one', 'other', 'replace', /DBSubnetGroupName/],
    ['spec.port', 5432, 5433, 'disrupt', /new port/],
    ['spec.backupRetentionPeriod', 35, 7, 'update', /older than the new period are deleted/],
    ['spec.backupRetentionPeriod', 7, 35, 'update', /kept longer/],
    ['spec.deletionProtection', true, false, 'update', /no longer refuse to delete/],
    ['spec.preferredBackupWindow', '03:00-04:00', '04:00-05:00', 'update', /PreferredBackupWindow/],
    ['spec.manageMasterUserPassword', false, true, 'disrupt', /old one fail/],
    ['spec.globalClusterIdentifier', 'platform', undefined, 'disrupt', /replication/],
    ['spec.tags', [{ key: 'a', value: 'b' }], [{ key: 'a', value: 'c' }], 'update', /Tags/],
  ],
  'rds.services.k8s.aws/DBInstance': [
    ['spec.dbInstanceClass', 'db.r6g.large', 'db.r6g.xlarge', 'disrupt', /restarts with the new class/],
    ['spec.dbInstanceIdentifier', 'one', 'two', 'replace', /makes a second one/],
    ['spec.dbClusterIdentifier', 'one', 'two', 'replace', /DBClusterIdentifier/],
    ['spec.dbSubnetGroupName', 'one', 'two', 'replace', /DBSubnetGroupName/],
    ['spec.availabilityZone', 'us-east-1a', 'us-east-1b', 'blocked', /immutable/],
    ['spec.autoMinorVersionUpgrade', true, false, 'update', /upgrades minor versions/],
    ['spec.promotionTier', 1, 2, 'update', /PromotionTier/],
    ['spec.performanceInsightsRetentionPeriod', 7, 31, 'update', /PerformanceInsightsRetentionPeriod/],
    ['spec.dbParameterGroupName', 'one', 'two', 'disrupt', /parameter group/],
    ['spec.caCertificateIdentifier', 'rds-ca-2019', 'rds-ca-rsa2048-g1', 'disrupt', /certificate/],
    ['spec.allocatedStorage', 100, 50, 'replace', /does not shrink/],
    ['spec.allocatedStorage', 50, 100, 'update', /grows/],
    ['spec.publiclyAccessible', false, true, 'update', /PubliclyAccessible/],
  ],
  'rds.services.k8s.aws/GlobalCluster': [
    ['spec.globalClusterIdentifier', 'one', 'two', 'replace', /makes a second one/],
    ['spec.engineVersion', '16.4', '16.6', 'disrupt', /restarts/],
    ['spec.deletionProtection', true, false, 'update', /no longer refuse/],
    ['spec.databaseName', 'one', 'two', 'replace', /first database/],
  ],
  'rds.services.k8s.aws/DBSubnetGroup': [
    ['spec.name', 'one', 'two', 'replace', /makes a second one/],
    ['spec.description', 'one', 'two', 'update', /Description/],
    ['spec.subnetIDs', ['subnet-1', 'subnet-2'], ['subnet-1', 'subnet-3'], 'update', /SubnetIds/],
  ],
  'rds.services.k8s.aws/DBClusterParameterGroup': [
    ['spec.family', 'aurora-postgresql16', 'aurora-postgresql17', 'replace', /Family/],
    ['spec.parameterOverrides', { a: '1' }, { a: '2' }, 'update', /wait for a reboot/],
    ['spec.name', 'one', 'two', 'replace', /second one/],
  ],
  'rds.services.k8s.aws/DBParameterGroup': [
    ['spec.family', 'aurora-postgresql16', 'aurora-postgresql17', 'replace', /Family/],
  ],
  'rds.aws.m.upbound.io/Cluster': [
    ['spec.forProvider.engine', 'aurora-postgresql', 'aurora-mysql', 'replace', /Synced=False/],
    ['spec.forProvider.engineVersion', '16.4', '16.6', 'disrupt', /restarts/],
    ['spec.forProvider.databaseName', 'a', 'b', 'replace', /requires replacing/],
    ['spec.forProvider.backupRetentionPeriod', 7, 14, 'update', /kept longer/],
    ['spec.forProvider.region', 'us-east-1', 'us-west-2', 'replace', /stays in its region/],
    ['spec.managementPolicies', ['Create', 'Observe', 'Update'], ['*'], 'update', /deleting this object deletes/],
    ['metadata.annotations.crossplane\\.io/external-name', 'a', 'b', 'replace', /managed by nobody/],
  ],
  'rds.aws.m.upbound.io/ClusterInstance': [
    ['spec.forProvider.instanceClass', 'db.r6g.large', 'db.r6g.xlarge', 'disrupt', /restarts with the new class/],
    ['spec.forProvider.clusterIdentifier', 'a', 'b', 'replace', /Synced=False/],
  ],
  'rds.aws.m.upbound.io/Proxy': [
    ['spec.forProvider.engineFamily', 'POSTGRESQL', 'MYSQL', 'replace', /Synced=False/],
    ['spec.forProvider.idleClientTimeout', 1800, 900, 'update', /IdleClientTimeout/],
    ['spec.forProvider.requireTls', true, false, 'update', /RequireTLS/],
  ],
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html
  'dynamodb.services.k8s.aws/Table': [
    [
      'spec.attributeDefinitions',
      [{ attributeName: 'a', attributeType: 'S' }],
      [{ attributeName: 'a', attributeType: 'N' }],
      'replace',
      /DynamoDB refuses other definitions/,
    ],
    ['spec.tableClass', undefined, 'STANDARD', 'none', /never/],
    [
      'spec.keySchema',
      [{ attributeName: 'a', keyType: 'HASH' }],
      [{ attributeName: 'b', keyType: 'HASH' }],
      'blocked',
      /immutable/,
    ],
    ['spec.tableName', 'Users', 'People', 'replace', /makes a second one/],
    ['spec.billingMode', 'PROVISIONED', 'PAY_PER_REQUEST', 'update', /four times/],
    ['spec.deletionProtectionEnabled', true, false, 'update', /no longer refuse/],
    [
      'spec.continuousBackups',
      { pointInTimeRecoveryEnabled: true },
      { pointInTimeRecoveryEnabled: false },
      'update',
      /recovery ends/,
    ],
    [
      'spec.streamSpecification',
      { streamEnabled: true, streamViewType: 'NEW_IMAGE' },
      { streamEnabled: true, streamViewType: 'NEW_AND_OLD_IMAGES' },
      'disrupt',
      /new ARN/,
    ],
    [
      'spec.globalSecondaryIndexes',
      [{ indexName: 'a', keySchema: [], projection: {} }],
      undefined,
      'disrupt',
      /queries that name it fail/,
    ],
    [
      'spec.timeToLive',
      { enabled: false, attributeName: 't' },
      { enabled: true, attributeName: 't' },
      'update',
      /are deleted/,
    ],
    ['spec.tableClass', 'STANDARD', 'STANDARD_INFREQUENT_ACCESS', 'update', /TableClass/],
    [
      'metadata.annotations.services\\.k8s\\.aws/deletion-policy',
      'retain',
      'delete',
      'update',
      /deletes the AWS object/,
    ],
    ['metadata.annotations.services\\.k8s\\.aws/region', 'us-east-1', 'us-west-2', 'replace', /stays in its region/],
  ],
  'dynamodb.aws.m.upbound.io/Table': [
    [
      'spec.forProvider.attribute',
      [{ name: 'a', type: 'S' }],
      [{ name: 'a', type: 'N' }],
      'replace',
      /DynamoDB refuses other definitions/,
    ],
    ['spec.forProvider.hashKey', 'a', 'b', 'replace', /ForceNew/],
    ['spec.forProvider.billingMode', 'PROVISIONED', 'PAY_PER_REQUEST', 'update', /four times/],
    ['spec.forProvider.streamViewType', 'NEW_IMAGE', 'KEYS_ONLY', 'disrupt', /new ARN/],
    ['spec.forProvider.replica', [{ regionName: 'us-west-2' }], [], 'disrupt', /replica of that region is deleted/],
    ['spec.forProvider.pointInTimeRecovery', { enabled: true }, { enabled: false }, 'update', /recovery ends/],
  ],
  'dax.aws.m.upbound.io/Cluster': [
    ['spec.forProvider.nodeType', 'dax.r5.large', 'dax.r5.xlarge', 'replace', /NodeType|nodeType/],
    ['spec.forProvider.replicationFactor', 3, 1, 'disrupt', /nodes are removed/],
    ['spec.forProvider.replicationFactor', 1, 3, 'update', /added/],
    ['spec.forProvider.serverSideEncryption', { enabled: false }, { enabled: true }, 'replace', /serverSideEncryption/],
    ['spec.forProvider.maintenanceWindow', 'sun:05:00-sun:06:00', 'mon:05:00-mon:06:00', 'update', /MaintenanceWindow/],
  ],
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/scaling-redis-cluster-mode-enabled.html
  'elasticache.services.k8s.aws/ReplicationGroup': [
    ['spec.replicationGroupID', 'one', 'two', 'replace', /makes a second one/],
    ['spec.cacheNodeType', 'cache.r6g.large', 'cache.r6g.xlarge', 'disrupt', /failover/],
    ['spec.numNodeGroups', 3, 2, 'disrupt', /fewer shards/],
    ['spec.numNodeGroups', 2, 3, 'disrupt', /more shards/],
    ['spec.replicasPerNodeGroup', 2, 1, 'disrupt', /replicas are removed/],
    ['spec.replicasPerNodeGroup', 1, 2, 'update', /replicas are added/],
    ['spec.engineVersion', '7.0', '7.1', 'disrupt', /fails over/],
    ['spec.engineVersion', '7.1', '7.0', 'replace', /does not downgrade/],
    ['spec.atRestEncryptionEnabled', true, false, 'replace', /AtRestEncryptionEnabled/],
    [
      'spec.kmsKeyID',
      'arn:aws:kms:us-east-1:123456789012:key/a',
      'arn:aws:kms:us-east-1:123456789012:key/b',
      'blocked',
      /immutable/,
    ],
    ['spec.cacheSubnetGroupName', 'one', 'two', 'replace', /CacheSubnetGroupName/],
    ['spec.transitEncryptionEnabled', true, false, 'disrupt', /encryption in transit/],
    ['spec.snapshotRetentionLimit', 7, 0, 'update', /deleted/],
    ['spec.cacheParameterGroupName', 'one', 'two', 'disrupt', /parameter group/],
    ['spec.port', 6379, 6380, 'replace', /Port/],
    ['spec.automaticFailoverEnabled', true, false, 'update', /not replaced by itself/],
  ],
  'elasticache.services.k8s.aws/CacheSubnetGroup': [
    ['spec.cacheSubnetGroupName', 'one', 'two', 'replace', /makes a second one/],
    ['spec.subnetIDs', ['subnet-1'], ['subnet-1', 'subnet-2'], 'update', /SubnetIds/],
  ],
  'elasticache.services.k8s.aws/User': [
    ['spec.accessString', 'on ~* +@all', 'on ~a* +@read', 'update', /AccessString/],
    ['spec.userID', 'one', 'two', 'replace', /UserId/],
    ['spec.userName', 'one', 'two', 'replace', /UserName/],
  ],
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
  'sqs.services.k8s.aws/Queue#order-processing': [
    ['spec.delaySeconds', '0', undefined, 'none', /never/],
    ['spec.delaySeconds', undefined, '5', 'update', /DelaySeconds|delay/],
    ['spec.queueName', 'order-processing', 'orders', 'blocked', /immutable/],
    ['spec.fifoQueue', undefined, 'true', 'replace', /standard queue into FIFO/],
    ['spec.visibilityTimeout', '300', '600', 'update', /hidden/],
    ['spec.messageRetentionPeriod', '1209600', '345600', 'update', /are deleted/],
    ['spec.messageRetentionPeriod', '345600', '1209600', 'update', /kept longer/],
    [
      'spec.kmsMasterKeyID',
      'arn:aws:kms:us-east-1:123456789012:key/a',
      'arn:aws:kms:us-east-1:123456789012:key/b',
      'update',
      /other key/,
    ],
    ['spec.redrivePolicy', '{"maxReceiveCount":3}', '{"maxReceiveCount":5}', 'update', /RedrivePolicy/],
    ['spec.policy', '{"Statement":[]}', '{"Statement":[{"Effect":"Deny"}]}', 'update', /who may use/],
    ['spec.tags', { a: 'b' }, { a: 'c' }, 'update', /Tags/],
    ['metadata.labels.team', 'a', 'b', 'none', /nothing in AWS/],
    ['metadata.annotations.argocd\\.argoproj\\.io/sync-wave', '0', '3', 'none', /order/],
    [
      'metadata.annotations.argocd\\.argoproj\\.io/sync-options',
      'Prune=false,Delete=false',
      undefined,
      'update',
      /deletes the object when it leaves git/,
    ],
    ['metadata.annotations.services\\.k8s\\.aws/region', 'us-east-1', 'eu-west-1', 'replace', /ACK\.Terminal/],
    ['spec.visibilityTimeout', '300', 300, 'blocked', /type/],
    ['spec.unknownField', undefined, 'x', 'blocked', /unknown/],
  ],
  'sns.services.k8s.aws/Topic': [
    [
      'metadata.annotations.argocd\\.argoproj\\.io/sync-options',
      'Prune=false,Delete=false',
      'Delete=false,Prune=false',
      'none',
      /never/,
    ],
    ['spec.name', 'one', 'two', 'blocked', /immutable/],
    ['spec.fifoTopic', undefined, 'true', 'replace', /FIFO/],
    ['spec.displayName', 'one', 'two', 'update', /DisplayName/],
    ['spec.policy', '{"Statement":[]}', '{"Statement":[{"Effect":"Deny"}]}', 'update', /who may use/],
  ],
  'sns.services.k8s.aws/Subscription': [
    [
      'spec.endpoint',
      'arn:aws:sqs:us-east-1:123456789012:a',
      'arn:aws:sqs:us-east-1:123456789012:b',
      'blocked',
      /immutable/,
    ],
    ['spec.protocol', 'sqs', 'lambda', 'replace', /Protocol/],
    ['spec.filterPolicy', '{"a":["b"]}', '{"a":["c"]}', 'update', /FilterPolicy/],
    ['spec.filterPolicy', '{"a":["b","c"]}', '{"a":["c","b"]}', 'none', /never/],
  ],
  // https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-resharding.html
  'kinesis.services.k8s.aws/Stream': [
    ['spec.name', 'one', 'two', 'replace', /makes a second one/],
    ['spec.shardCount', 4, 2, 'disrupt', /merges/],
    ['spec.shardCount', 2, 4, 'disrupt', /splits/],
    ['spec.streamModeDetails', { streamMode: 'PROVISIONED' }, { streamMode: 'ON_DEMAND' }, 'update', /on-demand/],
  ],
  'cloudcontrol.aws.m.upbound.io/Resource#cloudfront-requests': [
    [
      'spec.forProvider.desiredState',
      '{"Name":"a","ShardCount":2}',
      '{"Name":"b","ShardCount":2}',
      'replace',
      /Name of AWS::Kinesis::Stream/,
    ],
    [
      'spec.forProvider.desiredState',
      '{"Name":"a","ShardCount":4}',
      '{"Name":"a","ShardCount":2}',
      'disrupt',
      /merges/,
    ],
    [
      'spec.forProvider.desiredState',
      '{"Name":"a","RetentionPeriodHours":48}',
      '{"Name":"a","RetentionPeriodHours":24}',
      'update',
      /older than the new period/,
    ],
    [
      'spec.forProvider.desiredState',
      '{"Name":"a","StreamEncryption":{"KeyId":"b"}}',
      '{"StreamEncryption":{"KeyId":"b"},"Name":"a"}',
      'none',
      /never/,
    ],
    ['spec.forProvider.typeName', 'AWS::Kinesis::Stream', 'AWS::SQS::Queue', 'replace', /another AWS object/],
  ],
  'eventbridge.services.k8s.aws/Rule': [
    ['spec.name', 'one', 'two', 'blocked', /immutable/],
    ['spec.scheduleExpression', 'rate(1 hour)', 'rate(2 hours)', 'update', /ScheduleExpression/],
    ['spec.state', 'ENABLED', 'DISABLED', 'disrupt', /no longer runs/],
    ['spec.eventPattern', '{"source":["a","b"]}', '{"source":["b","a"]}', 'none', /never/],
    ['spec.eventPattern', '{"source":["a"]}', '{"source":["b"]}', 'update', /EventPattern/],
  ],
  'eventbridge.services.k8s.aws/Archive': [
    ['spec.retentionDays', 30, 7, 'update', /are deleted/],
    ['spec.name', 'one', 'two', 'blocked', /immutable/],
    [
      'spec.eventSourceARN',
      'arn:aws:events:us-east-1:123456789012:event-bus/a',
      'arn:aws:events:us-east-1:123456789012:event-bus/b',
      'blocked',
      /immutable/,
    ],
  ],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/
  's3.services.k8s.aws/Bucket': [
    [
      'spec.lifecycle.rules',
      [
        { id: 'a', status: 'Enabled' },
        { id: 'b', status: 'Enabled' },
      ],
      [
        { id: 'b', status: 'Enabled' },
        { id: 'a', status: 'Enabled' },
      ],
      'none',
      /never/,
    ],
    ['spec.name', 'one', 'two', 'blocked', /immutable/],
    ['spec.versioning', { status: 'Enabled' }, { status: 'Suspended' }, 'update', /no version any more/],
    ['spec.lifecycle', undefined, { rules: [{ id: 'a', status: 'Enabled' }] }, 'update', /expire/],
    ['spec.policy', '{"Statement":[]}', '{"Statement":[{"Effect":"Deny"}]}', 'update', /who may use the bucket/],
    ['spec.objectLockEnabledForBucket', undefined, true, 'replace', /ObjectLockEnabled/],
    ['spec.publicAccessBlock.blockPublicPolicy', true, false, 'update', /PublicAccessBlock/],
    [
      'spec.tagging',
      {
        tagSet: [
          { key: 'a', value: 'b' },
          { key: 'c', value: 'd' },
        ],
      },
      {
        tagSet: [
          { key: 'c', value: 'd' },
          { key: 'a', value: 'b' },
        ],
      },
      'none',
      /never/,
    ],
  ],
  'efs.services.k8s.aws/FileSystem': [
    ['spec.encrypted', true, false, 'replace', /Encrypted/],
    ['spec.performanceMode', 'generalPurpose', 'maxIO', 'replace', /PerformanceMode/],
    ['spec.throughputMode', 'bursting', 'elastic', 'update', /ThroughputMode/],
    [
      'spec.kmsKeyID',
      'arn:aws:kms:us-east-1:123456789012:key/a',
      'arn:aws:kms:us-east-1:123456789012:key/b',
      'replace',
      /KmsKeyId/,
    ],
    ['spec.backupPolicy', { status: 'ENABLED' }, { status: 'DISABLED' }, 'update', /BackupPolicy/],
  ],
  'efs.services.k8s.aws/MountTarget': [
    ['spec.subnetID', 'subnet-1', 'subnet-2', 'replace', /SubnetId/],
    ['spec.securityGroups', ['sg-1'], ['sg-2'], 'update', /SecurityGroups/],
  ],
  'efs.services.k8s.aws/AccessPoint': [
    ['spec.posixUser', { gid: 1, uid: 1 }, { gid: 2, uid: 1 }, 'blocked', /immutable/],
  ],
  'backup.services.k8s.aws/BackupVault': [
    ['spec.name', 'one', 'two', 'blocked', /immutable/],
    [
      'spec.encryptionKeyARN',
      'arn:aws:kms:us-east-1:123456789012:key/a',
      'arn:aws:kms:us-east-1:123456789012:key/b',
      'blocked',
      /immutable/,
    ],
  ],
  'backup.services.k8s.aws/BackupPlan': [['spec.name', 'one', 'two', 'update', /BackupPlanName|BackupPlan/]],
  'backup.aws.m.upbound.io/VaultLockConfiguration': [
    ['spec.forProvider.minRetentionDays', 7, 14, 'update', /lock/],
    ['spec.forProvider.backupVaultName', 'a', 'b', 'replace', /one vault/],
    ['spec.forProvider.changeableForDays', 3, 7, 'replace', /chosen with it/],
  ],
  'backup.aws.m.upbound.io/Framework': [
    ['spec.forProvider.description', 'one', 'two', 'update', /FrameworkDescription|Description/],
  ],
  'kms.services.k8s.aws/Key': [
    ['spec.keySpec', 'SYMMETRIC_DEFAULT', 'RSA_2048', 'blocked', /self == oldSelf/],
    ['spec.multiRegion', true, false, 'blocked', /self == oldSelf/],
    ['spec.enableKeyRotation', true, false, 'update', /no longer rotated/],
    ['spec.policy', '{"Statement":[]}', '{"Statement":[{"Effect":"Allow"}]}', 'update', /can no longer read/],
  ],
  'secretsmanager.services.k8s.aws/Secret': [
    ['spec.name', 'one', 'two', 'blocked', /immutable/],
    [
      'spec.kmsKeyID',
      'arn:aws:kms:us-east-1:123456789012:key/a',
      'arn:aws:kms:us-east-1:123456789012:key/b',
      'update',
      /KmsKeyId/,
    ],
    ['spec.description', 'one', 'two', 'update', /Description/],
  ],
  'ecr.services.k8s.aws/Repository': [
    [
      'spec.lifecyclePolicy',
      '{"rules":[{"rulePriority":1},{"rulePriority":2}]}',
      '{"rules":[{"rulePriority":2},{"rulePriority":1}]}',
      'none',
      /never/,
    ],
    ['spec.name', 'one', 'two', 'replace', /RepositoryName/],
    [
      'spec.encryptionConfiguration',
      { encryptionType: 'KMS' },
      { encryptionType: 'AES256' },
      'replace',
      /EncryptionConfiguration/,
    ],
    ['spec.imageTagMutability', 'IMMUTABLE', 'MUTABLE', 'update', /ImageTagMutability/],
    ['spec.lifecyclePolicy', '{"rules":[]}', '{"rules": [ ]}', 'none', /never/],
  ],
  'cloudwatchlogs.services.k8s.aws/LogGroup': [
    ['spec.name', 'one', 'two', 'replace', /makes a second one/],
    ['spec.retentionDays', 90, 30, 'update', /are deleted/],
    ['spec.retentionDays', 30, 90, 'update', /kept longer/],
    [
      'spec.kmsKeyID',
      'arn:aws:kms:us-east-1:123456789012:key/a',
      'arn:aws:kms:us-east-1:123456789012:key/b',
      'update',
      /KmsKeyId/,
    ],
  ],
  'cloudwatch.services.k8s.aws/MetricAlarm': [
    ['spec.threshold', 1, 2, 'update', /Threshold/],
    ['spec.name', 'one', 'two', 'replace', /AlarmName/],
    [
      'spec.alarmActions',
      ['arn:aws:sns:us-east-1:123456789012:a', 'arn:aws:sns:us-east-1:123456789012:b'],
      ['arn:aws:sns:us-east-1:123456789012:b', 'arn:aws:sns:us-east-1:123456789012:a'],
      'none',
      /never/,
    ],
  ],
  'cloudtrail.aws.m.upbound.io/Trail': [
    ['spec.forProvider.enableLogging', true, false, 'disrupt', /nothing is recorded/],
    ['spec.forProvider.isMultiRegionTrail', true, false, 'update', /IsMultiRegionTrail/],
    ['metadata.annotations.crossplane\\.io/external-name', 'one', 'two', 'replace', /managed by nobody/],
  ],
  'cognitoidp.aws.m.upbound.io/UserPool': [
    ['spec.forProvider.mfaConfiguration', 'ON', 'OFF', 'update', /MfaConfiguration/],
    ['spec.forProvider.usernameAttributes', ['email'], ['phone_number'], 'replace', /usernameAttributes/],
    ['spec.forProvider.aliasAttributes', ['email'], ['phone_number'], 'replace', /aliasAttributes/],
    ['spec.forProvider.deletionProtection', 'ACTIVE', 'INACTIVE', 'update', /DeletionProtection/],
    [
      'spec.forProvider.schema',
      [{ name: 'a', attributeDataType: 'String' }],
      [{ name: 'a', attributeDataType: 'Number' }],
      'replace',
      /never changed or removed/,
    ],
  ],
  'cognitoidp.aws.m.upbound.io/UserPoolClient': [
    ['spec.forProvider.generateSecret', true, false, 'replace', /GenerateSecret/],
    ['spec.forProvider.callbackUrls', ['https://a/'], ['https://b/'], 'update', /CallbackURLs/],
  ],
  // https://docs.aws.amazon.com/lambda/latest/api/
  'lambda.services.k8s.aws/Function': [
    ['spec.name', 'one', 'two', 'replace', /makes a second one/],
    ['spec.packageType', 'Zip', 'Image', 'replace', /PackageType/],
    ['spec.memorySize', 512, 1024, 'update', /MemorySize/],
    ['spec.memorySize', undefined, 128, 'none', /never/],
    ['spec.memorySize', undefined, 256, 'update', /MemorySize/],
    ['spec.ephemeralStorage', { size: 512 }, undefined, 'none', /never/],
    ['spec.runtime', 'nodejs20.x', 'nodejs22.x', 'update', /Runtime/],
    ['spec.timeout', 30, 60, 'update', /Timeout/],
    ['spec.reservedConcurrentExecutions', 100, 10, 'disrupt', /throttled/],
    [
      'spec.layers',
      ['arn:aws:lambda:us-east-1:1:layer:a:1', 'arn:aws:lambda:us-east-1:1:layer:b:1'],
      ['arn:aws:lambda:us-east-1:1:layer:b:1', 'arn:aws:lambda:us-east-1:1:layer:a:1'],
      'update',
      /Layers/,
    ],
  ],
  'lambda.services.k8s.aws/EventSourceMapping': [
    ['spec.batchSize', 10, 100, 'update', /BatchSize/],
    [
      'spec.eventSourceARN',
      'arn:aws:sqs:us-east-1:123456789012:a',
      'arn:aws:sqs:us-east-1:123456789012:b',
      'replace',
      /EventSourceArn/,
    ],
    ['spec.startingPosition', 'LATEST', 'TRIM_HORIZON', 'replace', /StartingPosition/],
    ['spec.enabled', true, false, 'disrupt', /gets nothing/],
  ],
  'lambda.aws.m.upbound.io/Permission': [
    ['spec.forProvider.principal', 'events.amazonaws.com', 's3.amazonaws.com', 'replace', /Synced=False/],
  ],
  'sfn.services.k8s.aws/StateMachine': [
    ['spec.definition', '{"StartAt":"A"}', '{"StartAt":"B"}', 'update', /new definition/],
    ['spec.definition', '{"StartAt":"A","States":{}}', '{"States":{},"StartAt":"A"}', 'none', /never/],
    ['spec.name', 'one', 'two', 'blocked', /immutable/],
  ],
  'apigatewayv2.services.k8s.aws/API': [
    ['spec.corsConfiguration.allowMethods', ['GET', 'PUT'], ['PUT', 'GET'], 'none', /never/],
    ['spec.corsConfiguration.allowMethods', ['GET', 'PUT'], ['GET'], 'update', /CorsConfiguration/],
    ['spec.protocolType', 'HTTP', 'WEBSOCKET', 'replace', /ProtocolType/],
    ['spec.description', 'one', 'two', 'update', /Description/],
  ],
  'apigatewayv2.services.k8s.aws/Stage': [
    ['spec.stageName', 'one', 'two', 'replace', /StageName/],
    ['spec.autoDeploy', true, false, 'update', /AutoDeploy/],
  ],
  'iam.services.k8s.aws/Role': [
    ['spec.name', 'one', 'two', 'replace', /makes a second one/],
    ['spec.path', '/platform/', '/other/', 'replace', /Path/],
    ['spec.maxSessionDuration', 3600, 7200, 'update', /MaxSessionDuration/],
    ['spec.maxSessionDuration', 3600, undefined, 'none', /never/],
    [
      'spec.policies',
      ['arn:aws:iam::aws:policy/A', 'arn:aws:iam::aws:policy/B'],
      ['arn:aws:iam::aws:policy/B', 'arn:aws:iam::aws:policy/A'],
      'none',
      /never/,
    ],
    [
      'spec.assumeRolePolicyDocument',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"a.amazonaws.com"}}]}',
      '{"Statement":{"Action":["STS:AssumeRole"],"Principal":{"Service":["a.amazonaws.com"]},"Effect":"Allow"},"Version":"2012-10-17"}',
      'none',
      /never/,
    ],
    [
      'spec.inlinePolicies',
      { a: '{"Statement":[]}' },
      { a: '{"Statement":[{"Effect":"Deny"}]}' },
      'update',
      /Policies/,
    ],
  ],
  // https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
  'eks.services.k8s.aws/Nodegroup': [
    ['spec.launchTemplate.name', 'one', 'other', 'replace', /keeps its launch template/],
    ['spec.launchTemplate.version', '1', '2', 'disrupt', /replaces every node/],
    ['spec.instanceTypes', ['m5.large'], ['m6i.large'], 'blocked', /immutable/],
    ['spec.amiType', 'AL2023_x86_64_STANDARD', 'BOTTLEROCKET_x86_64', 'blocked', /immutable/],
    ['spec.releaseVersion', '1.36.0-20260101', '1.36.1-20260201', 'disrupt', /replaces every node/],
    ['spec.version', '1.35', '1.36', 'disrupt', /replaces every node/],
    [
      'spec.scalingConfig',
      { minSize: 1, maxSize: 3, desiredSize: 1 },
      { minSize: 1, maxSize: 5, desiredSize: 1 },
      'update',
      /grows or shrinks/,
    ],
    ['spec.labels', { a: 'b' }, { a: 'c' }, 'update', /Labels/],
  ],
  'eks.services.k8s.aws/FargateProfile': [
    ['spec.name', 'one', 'two', 'replace', /FargateProfileName/],
    ['spec.selectors', [{ namespace: 'a' }], [{ namespace: 'b' }], 'replace', /Selectors/],
  ],
  'eks.services.k8s.aws/AccessEntry': [
    [
      'spec.principalARN',
      'arn:aws:iam::123456789012:role/a',
      'arn:aws:iam::123456789012:role/b',
      'replace',
      /PrincipalArn/,
    ],
  ],
  'ec2.services.k8s.aws/SecurityGroup': [
    [
      'spec.egressRules',
      [{ ipProtocol: 'tcp', ipRanges: [{ cidrIP: '10.0.0.0/16' }, { cidrIP: '10.1.0.0/16' }] }, { ipProtocol: 'udp' }],
      [{ ipProtocol: 'udp' }, { ipProtocol: 'tcp', ipRanges: [{ cidrIP: '10.1.0.0/16' }, { cidrIP: '10.0.0.0/16' }] }],
      'none',
      /never/,
    ],
    ['spec.name', 'one', 'two', 'replace', /GroupName/],
    ['spec.description', 'one', 'two', 'replace', /GroupDescription/],
    ['spec.vpcID', 'vpc-1', 'vpc-2', 'replace', /VpcId/],
    [
      'spec.ingressRules',
      [{ fromPort: 443, toPort: 443, ipProtocol: 'tcp' }],
      [{ fromPort: 80, toPort: 80, ipProtocol: 'tcp' }],
      'update',
      /at once/,
    ],
  ],
  'ec2.services.k8s.aws/LaunchTemplate': [['spec.name', 'one', 'two', 'replace', /LaunchTemplateName/]],
  'ec2.aws.m.upbound.io/TransitGateway': [
    ['spec.forProvider.description', 'one', 'two', 'update', /Description/],
    ['spec.forProvider.amazonSideAsn', 64512, 64513, 'disrupt', /BGP/],
  ],
  'ec2.aws.m.upbound.io/TransitGatewayVPCAttachment': [
    ['spec.forProvider.subnetIds', ['subnet-1'], ['subnet-1', 'subnet-2'], 'update', /zones in place/],
    ['spec.forProvider.vpcId', 'vpc-1', 'vpc-2', 'replace', /vpcId/],
  ],
  'ec2.aws.m.upbound.io/Route': [
    ['spec.forProvider.destinationCidrBlock', '10.0.0.0/8', '10.1.0.0/16', 'replace', /DestinationCidrBlock/],
  ],
  'elbv2.services.k8s.aws/LoadBalancer': [
    ['spec.scheme', 'internal', 'internet-facing', 'replace', /Scheme/],
    ['spec.name', 'one', 'two', 'replace', /Name/],
    ['spec.subnets', ['subnet-1'], ['subnet-2'], 'update', /Subnets/],
    ['spec.subnets', ['subnet-1', 'subnet-2'], ['subnet-2', 'subnet-1'], 'none', /never/],
  ],
  'elbv2.services.k8s.aws/TargetGroup': [
    ['spec.port', 80, 8080, 'replace', /Port/],
    ['spec.targetType', 'ip', 'instance', 'replace', /TargetType/],
    ['spec.healthCheckPath', '/a', '/b', 'update', /HealthCheckPath/],
  ],
  'route53.services.k8s.aws/HostedZone': [['spec.name', 'a.example.com.', 'b.example.com.', 'blocked', /immutable/]],
  'route53.services.k8s.aws/RecordSet': [['spec.ttl', 300, 60, 'update', /TTL/]],
  'acm.services.k8s.aws/Certificate': [
    ['spec.domainName', 'a.example.com', 'b.example.com', 'replace', /DomainName/],
    ['spec.subjectAlternativeNames', ['a.example.com'], ['b.example.com'], 'replace', /SubjectAlternativeNames/],
    ['spec.keyAlgorithm', 'RSA_2048', 'EC_prime256v1', 'blocked', /immutable/],
  ],
  'wafv2.services.k8s.aws/WebACL': [
    [
      'spec.rules',
      [
        { name: 'a', priority: 0 },
        { name: 'b', priority: 1 },
      ],
      [
        { name: 'b', priority: 1 },
        { name: 'a', priority: 0 },
      ],
      'none',
      /never/,
    ],
    ['spec.scope', 'REGIONAL', 'CLOUDFRONT', 'replace', /Scope/],
    ['spec.description', 'one', 'two', 'update', /Description/],
  ],
  'applicationautoscaling.services.k8s.aws/ScalableTarget': [
    ['spec.maxCapacity', 10, 20, 'update', /MaxCapacity/],
    ['spec.resourceID', 'table/a', 'table/b', 'replace', /ResourceId/],
  ],
  'prometheusservice.services.k8s.aws/Workspace': [['spec.alias', 'one', 'two', 'update', /Alias/]],
  'prometheusservice.services.k8s.aws/AlertManagerDefinition': [
    ['spec.configuration', 'YQ==', 'Yg==', 'update', /new routes/],
  ],
  'grafana.aws.m.upbound.io/Workspace': [
    ['spec.forProvider.accountAccessType', 'CURRENT_ACCOUNT', 'ORGANIZATION', 'update', /AccountAccessType/],
    ['spec.forProvider.grafanaVersion', '9.4', '10.4', 'disrupt', /upgraded/],
  ],
  'codecommit.aws.m.upbound.io/Repository': [
    ['spec.forProvider.description', 'one', 'two', 'update', /RepositoryDescription/],
    ['metadata.annotations.crossplane\\.io/external-name', 'one', 'two', 'replace', /managed by nobody/],
  ],
  'codebuild.aws.m.upbound.io/Project': [['spec.forProvider.buildTimeout', 60, 30, 'update', /TimeoutInMinutes/]],
  'dms.aws.m.upbound.io/ReplicationInstance': [
    ['spec.forProvider.replicationInstanceClass', 'dms.t3.medium', 'dms.r5.large', 'disrupt', /restarts/],
    ['spec.forProvider.publiclyAccessible', false, true, 'replace', /publiclyAccessible/],
    [
      'spec.forProvider.kmsKeyArn',
      'arn:aws:kms:us-east-1:123456789012:key/a',
      'arn:aws:kms:us-east-1:123456789012:key/b',
      'replace',
      /kmsKeyArn/,
    ],
  ],
  'dms.aws.m.upbound.io/ReplicationTask': [
    ['spec.forProvider.tableMappings', '{"rules":[]}', '{"rules":[1]}', 'disrupt', /stopped/],
  ],
  'xray.aws.m.upbound.io/SamplingRule': [['spec.forProvider.fixedRate', 0.05, 0.1, 'update', /FixedRate/]],
  'budgets.aws.m.upbound.io/Budget': [
    [
      'spec.forProvider.notification',
      [{ threshold: 80 }, { threshold: 100 }],
      [{ threshold: 100 }, { threshold: 80 }],
      'none',
      /never/,
    ],
    ['spec.forProvider.limitAmount', '100', '200', 'update', /BudgetLimit/],
    ['spec.forProvider.accountId', '123456789012', '210987654321', 'replace', /account/],
  ],
  // nobody has looked at it
  'lakeformation.services.k8s.aws/DataLake': [['spec.readers', 'a', 'b', 'unknown', /nothing is known of/]],
  // in the cluster
  'argoproj.io/Application#network': [
    ['spec.destination.namespace', 'aws', 'other', 'replace', /new destination/],
    ['spec.project', 'network', 'default', 'update', /moves from project network to default/],
    ['spec.source.path', 'dist/production/network', 'dist/production/net', 'disrupt', /pruned/],
    ['spec.source.targetRevision', 'main', 'v2', 'update', /main → v2/],
    ['spec.syncPolicy.automated.prune', false, true, 'update', /deleted by itself/],
    ['metadata.finalizers', ['resources-finalizer.argocd.argoproj.io/background'], [], 'update', /outlives/],
  ],
  'elbv2.k8s.aws/IngressClassParams': [
    ['spec.group.name', 'public', 'other', 'disrupt', /another load balancer/],
    ['spec.scheme', 'internet-facing', 'internal', 'disrupt', /another load balancer/],
  ],
  'karpenter.sh/NodePool': [
    [
      'spec.template.spec.requirements',
      [
        { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64', 'arm64'] },
        { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
      ],
      [
        { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
        { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64', 'amd64'] },
      ],
      'none',
      /never/,
    ],
  ],
  'scheduling.k8s.io/PriorityClass': [
    ['preemptionPolicy', 'PreemptLowerPriority', 'Never', 'blocked', /cannot be changed/],
    ['preemptionPolicy', undefined, 'PreemptLowerPriority', 'none', /never/],
  ],
  'external-secrets.io/ExternalSecret': [['spec.refreshInterval', '1h', '2h', 'update', /in the cluster/]],
  '/ConfigMap': [['data.a', '1', '2', 'update', /in the cluster/]],
  '/Namespace': [['metadata.labels.team', 'a', 'b', 'update', /labels/]],
};

const labels = { app: 'a' };
const container = { name: 'a', image: 'a:1' };
const template = { metadata: { labels }, spec: { containers: [container] } };

/** Kinds that dist does not hold. */
export const bases: Readonly<Record<string, object>> = {
  StatefulSet: {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    spec: { serviceName: 'a', selector: { matchLabels: labels }, template },
  },
  Deployment: { apiVersion: 'apps/v1', kind: 'Deployment', spec: { selector: { matchLabels: labels }, template } },
  Recreated: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { strategy: { type: 'Recreate' }, selector: { matchLabels: labels }, template },
  },
  DaemonSet: { apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { selector: { matchLabels: labels }, template } },
  Job: {
    apiVersion: 'batch/v1',
    kind: 'Job',
    spec: { template: { spec: { ...template.spec, restartPolicy: 'Never' } } },
  },
  Service: { apiVersion: 'v1', kind: 'Service', spec: { selector: labels, ports: [{ port: 80 }] } },
  PersistentVolumeClaim: {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
  },
  PersistentVolume: {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    spec: {
      accessModes: ['ReadWriteMany'],
      capacity: { storage: '10Gi' },
      csi: { driver: 'efs.csi.aws.com', volumeHandle: 'fs-1' },
    },
  },
  TargetGroupBinding: {
    apiVersion: 'elbv2.k8s.aws/v1beta1',
    kind: 'TargetGroupBinding',
    spec: { serviceRef: { name: 'a', port: 80 }, targetType: 'ip' },
  },
  ClusterRole: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', rules: [] },
  StorageClass: { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', provisioner: 'ebs.csi.aws.com' },
  RoleBinding: {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' },
  },
  Secret: { apiVersion: 'v1', kind: 'Secret', immutable: true, data: { a: 'YQ==' } },
};

export const clusterTable: Readonly<Record<string, readonly Row[]>> = {
  StatefulSet: [
    ['spec.template.spec.containers', [container], [{ ...container, image: 'a:2' }], 'disrupt', /one at a time/],
    ['spec.serviceName', 'a', 'b', 'blocked', /cannot be changed/],
    [
      'spec.volumeClaimTemplates',
      undefined,
      [
        {
          metadata: { name: 'v' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
      'blocked',
      /cannot be changed/,
    ],
    ['spec.replicas', 3, 1, 'update', /in the cluster/],
    ['spec.replicas', undefined, 1, 'none', /never/],
    ['spec.updateStrategy', undefined, { type: 'RollingUpdate' }, 'none', /never/],
  ],
  Deployment: [
    [
      'spec.template.spec.containers',
      [{ ...container, livenessProbe: { httpGet: { path: '/', port: 80 } } }],
      [
        {
          ...container,
          livenessProbe: {
            httpGet: { path: '/', port: 80, scheme: 'HTTP' },
            failureThreshold: 3,
            periodSeconds: 10,
            successThreshold: 1,
            timeoutSeconds: 1,
          },
        },
      ],
      'none',
      /never/,
    ],
    [
      'spec.template.spec.containers',
      [container],
      [{ ...container, imagePullPolicy: 'IfNotPresent' }],
      'none',
      /never/,
    ],
    ['spec.template.spec.containers', [container], [{ ...container, imagePullPolicy: 'Always' }], 'update', /rolling/],
    ['spec.template.spec.containers', [container], [{ ...container, image: 'a:2' }], 'update', /rolling update/],
    ['spec.selector', { matchLabels: { app: 'b' } }, { matchLabels: labels }, 'blocked', /cannot be changed/],
    ['spec.replicas', 2, 0, 'disrupt', /nothing answers/],
    [
      'spec.template.spec.containers',
      [{ ...container, resources: { limits: { cpu: '1000m', memory: '1Gi' } } }],
      [{ ...container, resources: { limits: { cpu: 1, memory: '1024Mi' } } }],
      'none',
      /never/,
    ],
  ],
  Recreated: [['spec.template.spec.containers', [container], [{ ...container, image: 'a:2' }], 'disrupt', /Recreate/]],
  DaemonSet: [
    ['spec.template.spec.containers', [container], [{ ...container, image: 'a:2' }], 'disrupt', /on each node/],
  ],
  Job: [
    ['spec.template.spec.containers', [container], [{ ...container, image: 'a:2' }], 'blocked', /cannot be changed/],
  ],
  Service: [
    ['spec.type', 'ClusterIP', 'LoadBalancer', 'update', /load balancer is made/],
    ['spec.type', 'LoadBalancer', 'ClusterIP', 'disrupt', /answers nobody/],
    ['spec.clusterIP', '10.0.0.1', '10.0.0.2', 'blocked', /cannot be changed/],
    ['spec.clusterIP', undefined, 'None', 'blocked', /cannot be changed/],
    ['spec.ports', [{ port: 80 }], [{ port: 80, protocol: 'TCP' }], 'none', /never/],
  ],
  PersistentVolumeClaim: [
    ['spec.resources.requests.storage', '10Gi', '20Gi', 'update', /in the cluster/],
    ['spec.resources.requests.storage', '20Gi', '10Gi', 'blocked', /shrink|less/],
    ['spec.storageClassName', 'a', 'b', 'blocked', /cannot be changed/],
    ['spec.resources.requests.storage', '1Gi', '1024Mi', 'none', /never/],
  ],
  PersistentVolume: [
    [
      'spec.csi',
      { driver: 'efs.csi.aws.com', volumeHandle: 'fs-1' },
      { driver: 'efs.csi.aws.com', volumeHandle: 'fs-2' },
      'blocked',
      /cannot be changed/,
    ],
    ['spec.persistentVolumeReclaimPolicy', 'Retain', 'Delete', 'update', /in the cluster/],
    ['spec.volumeMode', undefined, 'Filesystem', 'none', /never/],
  ],
  TargetGroupBinding: [
    ['spec.targetGroupARN', 'arn:a', 'arn:b', 'blocked', /webhook/],
    ['spec.targetGroupARN', undefined, 'arn:b', 'update', /in the cluster/],
  ],
  ClusterRole: [
    [
      'rules',
      [{ apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['get'] }],
      [{ apiGroups: [''], resources: ['nodes', 'pods'], verbs: ['get'] }],
      'none',
      /never/,
    ],
  ],
  StorageClass: [
    ['parameters', { type: 'gp2' }, { type: 'gp3' }, 'blocked', /cannot be changed/],
    ['reclaimPolicy', undefined, 'Delete', 'none', /never/],
  ],
  RoleBinding: [
    [
      'roleRef',
      { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'b' },
      { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' },
      'blocked',
      /cannot be changed/,
    ],
  ],
  Secret: [['data', { a: 'Yg==' }, { a: 'YQ==' }, 'blocked', /cannot be changed/]],
};
