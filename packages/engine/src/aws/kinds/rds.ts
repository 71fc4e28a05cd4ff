import { databaseCluster as databaseClusterAlarms, databaseInstance as databaseInstanceAlarms } from '../alarms/data';
import { AWS_ID, NO_ARN, NO_KEY, NO_METRICS, NO_TAGS, none, ONLY_CALLS, unknown } from './answers';
import { is, isNot, isSet, matches } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon RDS',
  ack: 'rds',
  crossplane: 'rds',
  cloudFormation: 'RDS',
  iam: 'rds',
  dataProtection: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
};

export const dbCluster = kind(SERVICE, 'DBCluster', {
  forms: {
    ack: { kind: 'DBCluster', late: ['networkType'] },
    crossplane: { kind: 'Cluster', fields: { dbClusterIdentifier: '@name', publiclyAccessible: null } },
    cloudFormation: 'AWS::RDS::DBCluster',
  },
  arn: 'cluster:{name}',
  identity: ['dbClusterIdentifier'],
  stateful: 'the database, and automated backups unless they are kept',
  encryption: {
    atRest: {
      demands: [is('storageEncrypted', true), isSet('kmsKeyID')],
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
    },
    // not confirmed
    inTransit: none('parameter rds.force_ssl of its parameter group asks for TLS (DBClusterParameterGroup)'),
    // not confirmed
    key: {
      field: 'kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: {
        'rds, by a grant': [
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
      note: 'applications need no right of the key',
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html',
    },
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtection',
    value: true,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
  },
  backup: { by: 'AWS Backup', type: 'Aurora', own: 'backupRetentionPeriod: 1 to 35 days' },
  alarms: databaseClusterAlarms,
  exposure: { demands: [isNot('publiclyAccessible', true)] },
  expiry: { field: 'backupRetentionPeriod', otherwise: 'one day' },
  defaults: {
    backupRetentionPeriod: 1,
    copyTagsToSnapshot: false,
    deletionProtection: false,
    engineMode: 'provisioned',
  },
  edges: { vpcSecurityGroupRefs: 'network in' },
});

export const dbInstance = kind(SERVICE, 'DBInstance', {
  forms: {
    ack: {
      kind: 'DBInstance',
      late: [
        'availabilityZone',
        'kmsKeyID',
        'backupTarget',
        'networkType',
        'autoMinorVersionUpgrade',
        'caCertificateIdentifier',
        'performanceInsightsEnabled',
        'performanceInsightsKMSKeyID',
        'performanceInsightsRetentionPeriod',
        'masterUsername',
        'dbName',
        'engineVersion',
        'databaseInsightsMode',
        'allocatedStorage',
        'backupRetentionPeriod',
        'deletionProtection',
        'licenseModel',
        'multiAZ',
        'preferredBackupWindow',
        'preferredMaintenanceWindow',
        'storageEncrypted',
        'storageThroughput',
        'storageType',
        'monitoringInterval',
        'publiclyAccessible',
        'promotionTier',
        'copyTagsToSnapshot',
        'iops',
      ],
    },
    crossplane: [
      { kind: 'Instance', fields: { dbClusterIdentifier: null, dbInstanceIdentifier: 'identifier' } },
      {
        kind: 'ClusterInstance',
        fields: {
          dbClusterIdentifier: 'clusterIdentifier',
          dbInstanceIdentifier: '@name',
          deletionProtection: null,
          kmsKeyID: null,
          storageEncrypted: null,
        },
      },
    ],
    cloudFormation: 'AWS::RDS::DBInstance',
  },
  arn: 'db:{name}',
  identity: ['dbInstanceIdentifier'],
  stateful: 'the database; of Aurora only an instance, while the data stay in the cluster',
  encryption: {
    atRest: {
      demands: [
        is('storageEncrypted', true, { unless: [matches('engine', /^aurora/), isSet('dbClusterIdentifier')] }),
        isSet('kmsKeyID', { unless: [matches('engine', /^aurora/), isSet('dbClusterIdentifier')] }),
      ],
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
    },
    inTransit: none('its parameter group asks for TLS'),
    // not confirmed
    key: {
      field: 'kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: {
        'rds, by a grant': [
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
      note: 'applications need no right of the key',
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html',
    },
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtection',
    value: true,
    unless: matches('engine', /^aurora/),
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  },
  backup: { by: 'AWS Backup', type: 'RDS', own: 'backupRetentionPeriod' },
  alarms: databaseInstanceAlarms,
  exposure: { demands: [isNot('publiclyAccessible', true)] },
  defaults: { autoMinorVersionUpgrade: true, monitoringInterval: 0, promotionTier: 1 },
});

export const globalCluster = kind(SERVICE, 'GlobalCluster', {
  forms: {
    ack: 'GlobalCluster',
    crossplane: { kind: 'GlobalCluster', fields: { globalClusterIdentifier: '@name' } },
    cloudFormation: 'AWS::RDS::GlobalCluster',
  },
  arn: { resource: 'global-cluster:{name}', global: true },
  identity: ['globalClusterIdentifier'],
  stateful: 'the link between the regions; its clusters stay',
  encryption: {
    atRest: {
      demands: [is('storageEncrypted', true, { unless: [isSet('sourceDBClusterIdentifier')] })],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-globalcluster.html',
    },
    // not confirmed
    inTransit: {
      always: 'AWS encrypts replication between regions',
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
    },
    key: NO_KEY,
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtection',
    value: true,
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-globalcluster.html',
  },
  backup: none('its clusters are backed up'),
  alarms: none("its secondary's AuroraGlobalDBReplicationLag has one (databaseCluster)"),
  exposure: none('its clusters say'),
});

export const dbClusterParameterGroup = configuration(SERVICE, 'DBClusterParameterGroup', {
  forms: {
    ack: 'DBClusterParameterGroup',
    crossplane: { kind: 'ClusterParameterGroup', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::RDS::DBClusterParameterGroup', fields: { name: 'DBClusterParameterGroupName' } },
  },
  arn: 'cluster-pg:{name}',
  identity: ['name'],
  encryption: {
    // not confirmed
    inTransit: none(
      'parameter rds.force_ssl (postgres) or require_secure_transport (mysql) is on: not judged by a rule today, the construct sets it',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html',
    ),
  },
  tags: 'tags',
  alarms: none('what uses it has alarms'),
});

export const dbParameterGroup = configuration(SERVICE, 'DBParameterGroup', {
  forms: {
    ack: 'DBParameterGroup',
    crossplane: { kind: 'ParameterGroup', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::RDS::DBParameterGroup', fields: { name: 'DBParameterGroupName' } },
  },
  arn: 'pg:{name}',
  identity: ['name'],
  encryption: {
    // not confirmed
    inTransit: none(
      'as the cluster parameter group',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbparametergroup.html',
    ),
  },
  tags: 'tags',
  alarms: none('what uses it has alarms'),
});

export const dbSubnetGroup = configuration(SERVICE, 'DBSubnetGroup', {
  forms: {
    ack: 'DBSubnetGroup',
    crossplane: { kind: 'SubnetGroup', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::RDS::DBSubnetGroup', fields: { name: 'DBSubnetGroupName' } },
  },
  arn: 'subgrp:{name}',
  identity: ['name'],
  tags: 'tags',
  alarms: NO_METRICS,
});

export const dbProxy = configuration(SERVICE, 'DBProxy', {
  forms: {
    ack: 'DBProxy',
    crossplane: { kind: 'Proxy', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::RDS::DBProxy', fields: { name: 'DBProxyName' } },
  },
  arn: { resource: 'db-proxy:prx-', suffix: '*' },
  identity: ['name'],
  why: 'is configuration; its endpoint changes with it',
  encryption: {
    atRest: none('keeps connections, no data; credentials are in Secrets Manager'),
    inTransit: {
      demands: [is('requireTLS', true)],
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbproxy.html',
    },
  },
  tags: 'tags',
  alarms: none('not watched yet'),
  exposure: none('stands in subnets'),
  defaults: { debugLogging: false, idleClientTimeout: 1800, requireTLS: false },
  edges: { 'vpcSecurityGroupIDs[]': 'network in' },
});

export const dbProxyTargetGroup = configuration(SERVICE, 'DBProxyTargetGroup', {
  forms: { crossplane: 'ProxyDefaultTargetGroup', cloudFormation: 'AWS::RDS::DBProxyTargetGroup' },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const dbProxyTarget = configuration(SERVICE, 'DBProxyTarget', {
  forms: { crossplane: 'ProxyTarget' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
  edges: { dbClusterIdentifier: 'network out', dbProxyName: 'network in' },
});

export const dbProxyEndpoint = configuration(SERVICE, 'DBProxyEndpoint', {
  forms: {
    crossplane: 'ProxyEndpoint',
    cloudFormation: { kind: 'AWS::RDS::DBProxyEndpoint', fields: { '@name': 'DBProxyEndpointName' } },
  },
  arn: unknown('its shape, db-proxy-endpoint:<id>, is not confirmed'),
  identity: ['@name'],
  encryption: {
    inTransit: none('its proxy asks for TLS'),
  },
  tags: 'tags',
  alarms: NO_METRICS,
});

export const dbClusterEndpoint = configuration(SERVICE, 'DBClusterEndpoint', {
  forms: {
    ack: 'DBClusterEndpoint',
    crossplane: { kind: 'ClusterEndpoint', fields: { dbClusterEndpointIdentifier: '@name' } },
  },
  arn: 'cluster-endpoint:{name}',
  identity: ['dbClusterEndpointIdentifier', 'dbClusterIdentifier'],
  why: 'is a name for some instances of a cluster',
  tags: 'tags',
  alarms: NO_METRICS,
});

export const dbClusterSnapshot = kind(SERVICE, 'DBClusterSnapshot', {
  forms: { ack: 'DBClusterSnapshot', crossplane: 'ClusterSnapshot' },
  arn: 'cluster-snapshot:{name}',
  identity: ['dbClusterSnapshotIdentifier', 'dbClusterIdentifier'],
  stateful: 'the snapshot',
  encryption: {
    // not confirmed
    atRest: {
      always: 'with the key of its source',
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
    },
    inTransit: ONLY_CALLS,
    key: NO_KEY,
  },
  tags: 'tags',
  protection: none('RDS has none for snapshots'),
  backup: none('is a backup'),
  alarms: NO_METRICS,
  exposure: none('sharing a snapshot is another call, which the kind does not make'),
});

export const dbSnapshot = kind(SERVICE, 'DBSnapshot', {
  forms: {
    ack: 'DBSnapshot',
    crossplane: { kind: 'Snapshot', fields: { dbSnapshotIdentifier: '@name' } },
    cloudFormation: 'AWS::RDS::DBSnapshot',
  },
  arn: 'snapshot:{name}',
  identity: ['dbSnapshotIdentifier', 'dbInstanceIdentifier'],
  stateful: 'the snapshot',
  encryption: {
    // not confirmed
    atRest: {
      always: 'with the key of its source',
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
    },
    inTransit: ONLY_CALLS,
    key: NO_KEY,
  },
  tags: 'tags',
  protection: none('RDS has none for snapshots'),
  backup: none('is a backup'),
  alarms: NO_METRICS,
  exposure: none('sharing a snapshot is another call, which the kind does not make'),
});
