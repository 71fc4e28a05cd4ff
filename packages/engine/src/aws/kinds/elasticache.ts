import { replicationGroup as replicationGroupAlarms } from '../alarms/data';
import { AWS_ID, NO_END, NO_KEY, NO_METRICS, none, ONLY_CALLS } from './answers';
import { is, isAbsentOr, isSet, matches } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon ElastiCache',
  ack: 'elasticache',
  crossplane: 'elasticache',
  cloudFormation: 'ElastiCache',
  iam: 'elasticache',
  dataProtection: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
};

export const replicationGroup = kind(SERVICE, 'ReplicationGroup', {
  forms: {
    ack: { kind: 'ReplicationGroup', late: ['cacheParameterGroupName', 'durability'] },
    crossplane: {
      kind: 'ReplicationGroup',
      fields: { replicationGroupID: '@name' },
      demands: { inTransit: [is('transitEncryptionEnabled', true), isAbsentOr('transitEncryptionMode', 'required')] },
    },
    cloudFormation: 'AWS::ElastiCache::ReplicationGroup',
  },
  arn: 'replicationgroup:{name}',
  identity: ['replicationGroupID'],
  stateful: 'keys in memory, and automatic snapshots',
  encryption: {
    // not confirmed
    atRest: {
      demands: [is('atRestEncryptionEnabled', true), isSet('kmsKeyID')],
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    },
    inTransit: {
      demands: [is('transitEncryptionEnabled', true)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
      users: { 'elasticache, by a grant': ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'] },
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    },
  },
  tags: 'tags',
  protection: none('ElastiCache has none'),
  backup: {
    demands: [matches('snapshotRetentionLimit', /^[1-9]/)],
    because: 'AWS Backup does not know ElastiCache; without the field the service keeps no snapshots',
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
  },
  alarms: replicationGroupAlarms,
  exposure: none('stands in subnets; its security groups say who reaches it'),
  defaults: { numNodeGroups: 1, port: 6379, snapshotRetentionLimit: 0 },
  edges: { notificationTopicARN: 'event out', securityGroupRefs: 'network in' },
});

export const globalReplicationGroup = kind(SERVICE, 'GlobalReplicationGroup', {
  forms: {
    crossplane: { kind: 'GlobalReplicationGroup', without: { tags: none('its kind has no field for tags') } },
    cloudFormation: 'AWS::ElastiCache::GlobalReplicationGroup',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  stateful: 'the link between the regions; its groups stay',
  encryption: {
    atRest: none('its groups say'),
    inTransit: none('its groups say'),
    key: NO_KEY,
  },
  tags: 'Tags',
  protection: none('ElastiCache has none'),
  backup: none('its groups have snapshots'),
  alarms: none('not watched: not in use'),
  exposure: none('its groups say'),
});

export const cacheCluster = kind(SERVICE, 'CacheCluster', {
  forms: {
    ack: { kind: 'CacheCluster', late: ['PreferredAvailabilityZone'] },
    crossplane: { kind: 'Cluster', fields: { cacheClusterID: '@name' } },
    cloudFormation: { kind: 'AWS::ElastiCache::CacheCluster', fields: { cacheClusterID: 'ClusterName' } },
  },
  arn: 'cluster:{name}',
  identity: ['cacheClusterID'],
  stateful: 'keys in memory',
  encryption: {
    // not confirmed
    atRest: none('has no field for it: a ReplicationGroup or a ServerlessCache is encrypted'),
    inTransit: {
      demands: [is('transitEncryptionEnabled', true, { unless: [isSet('replicationGroupID')] })],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-cachecluster.html',
    },
    key: NO_KEY,
  },
  tags: 'tags',
  protection: none('ElastiCache has none'),
  backup: {
    demands: [
      matches('snapshotRetentionLimit', /^[1-9]/, { unless: [is('engine', 'memcached'), isSet('replicationGroupID')] }),
    ],
    because: 'AWS Backup does not know ElastiCache; without the field the service keeps no snapshots',
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
  },
  alarms: none('not watched: not in use'),
  exposure: none('stands in subnets'),
});

export const serverlessCache = kind(SERVICE, 'ServerlessCache', {
  forms: {
    ack: 'ServerlessCache',
    crossplane: { kind: 'ServerlessCache', fields: { serverlessCacheName: '@name' } },
    cloudFormation: 'AWS::ElastiCache::ServerlessCache',
  },
  arn: 'serverlesscache:{name}',
  identity: ['serverlessCacheName'],
  stateful: 'keys in memory',
  encryption: {
    // not confirmed
    atRest: {
      always: "always encrypted, kmsKeyId takes a key of one's own",
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    },
    // not confirmed
    inTransit: {
      always: 'takes TLS only',
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: { 'elasticache, by a grant': ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'] },
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    },
  },
  tags: 'tags',
  protection: none('ElastiCache has none'),
  backup: {
    demands: [matches('snapshotRetentionLimit', /^[1-9]/)],
    because: 'AWS Backup does not know ElastiCache; without the field the service keeps no snapshots',
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
  },
  alarms: none('not watched: not in use'),
  exposure: none('stands in subnets'),
});

export const snapshot = kind(SERVICE, 'Snapshot', {
  forms: { ack: 'Snapshot' },
  arn: 'snapshot:{name}',
  identity: ['snapshotName'],
  stateful: 'the snapshot',
  encryption: {
    // not confirmed
    atRest: {
      always: 'with the key of its source, or kmsKeyId',
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    },
    inTransit: ONLY_CALLS,
    // not confirmed
    key: none('which key encrypts it is not confirmed'),
  },
  tags: 'tags',
  protection: none('ElastiCache has none'),
  backup: none('is a backup'),
  alarms: NO_METRICS,
  exposure: NO_END,
});

export const serverlessCacheSnapshot = kind(SERVICE, 'ServerlessCacheSnapshot', {
  forms: { ack: 'ServerlessCacheSnapshot', cloudFormation: 'AWS::ElastiCache::ServerlessCacheSnapshot' },
  arn: 'serverlesscachesnapshot:{name}',
  identity: ['serverlessCacheSnapshotName', 'serverlessCacheName'],
  stateful: 'the snapshot',
  encryption: {
    // not confirmed
    atRest: {
      always: 'with the key of its source, or kmsKeyId',
      source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    },
    inTransit: ONLY_CALLS,
    // not confirmed
    key: none('which key encrypts it is not confirmed'),
  },
  tags: 'tags',
  protection: none('ElastiCache has none'),
  backup: none('is a backup'),
  alarms: NO_METRICS,
  exposure: NO_END,
});

export const parameterGroup = configuration(SERVICE, 'ParameterGroup', {
  forms: {
    ack: 'CacheParameterGroup',
    crossplane: { kind: 'ParameterGroup', fields: { cacheParameterGroupName: 'name' } },
    cloudFormation: 'AWS::ElastiCache::ParameterGroup',
  },
  arn: 'parametergroup:{name}',
  identity: ['cacheParameterGroupName'],
  tags: 'tags',
  alarms: NO_METRICS,
});

export const subnetGroup = configuration(SERVICE, 'SubnetGroup', {
  forms: {
    ack: 'CacheSubnetGroup',
    crossplane: { kind: 'SubnetGroup', fields: { cacheSubnetGroupName: '@name' } },
    cloudFormation: 'AWS::ElastiCache::SubnetGroup',
  },
  arn: 'subnetgroup:{name}',
  identity: ['cacheSubnetGroupName'],
  tags: 'tags',
  alarms: NO_METRICS,
});

export const user = configuration(SERVICE, 'User', {
  forms: {
    ack: 'User',
    crossplane: { kind: 'User', fields: { userID: '@name' } },
    cloudFormation: 'AWS::ElastiCache::User',
  },
  arn: 'user:{name}',
  identity: ['userID'],
  why: 'is configuration; its password comes from a Secret by reference',
  tags: 'tags',
  alarms: NO_METRICS,
});

export const userGroup = configuration(SERVICE, 'UserGroup', {
  forms: {
    ack: 'UserGroup',
    crossplane: { kind: 'UserGroup', fields: { userGroupID: '@name' } },
    cloudFormation: 'AWS::ElastiCache::UserGroup',
  },
  arn: 'usergroup:{name}',
  identity: ['userGroupID'],
  tags: 'tags',
  alarms: NO_METRICS,
});
