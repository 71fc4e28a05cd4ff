import { table as tableAlarms } from '../alarms/data';
import { AWS_ID, NO_END, NO_KEY, NO_METRICS, NO_TAGS, none, ONLY_CALLS, unknown } from './answers';
import { is, isAbsentOr, isSet } from './demand';
import { kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon DynamoDB',
  ack: 'dynamodb',
  crossplane: 'dynamodb',
  cloudFormation: 'DynamoDB',
  iam: 'dynamodb',
  dataProtection: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html',
};

export const table = kind(SERVICE, 'Table', {
  forms: {
    ack: 'Table',
    crossplane: {
      kind: 'Table',
      fields: {
        resourcePolicy: null,
        'sseSpecification.enabled': 'serverSideEncryption.enabled',
        'sseSpecification.kmsMasterKeyID': 'serverSideEncryption.kmsKeyArn',
        'sseSpecification.sseType': null,
        tableName: '@name',
        'tableReplicas[].kmsMasterKeyID': 'replica[].kmsKeyArn',
      },
    },
    cloudFormation: 'AWS::DynamoDB::Table',
  },
  arn: 'table/{name}',
  identity: ['tableName'],
  stateful: 'items',
  encryption: {
    atRest: {
      demands: [
        is('sseSpecification.enabled', true),
        isAbsentOr('sseSpecification.sseType', 'KMS'),
        isSet('sseSpecification.kmsMasterKeyID'),
        isSet('tableReplicas[].kmsMasterKeyID'),
      ],
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
    },
    // not confirmed
    inTransit: none(
      'its endpoint takes TLS from every SDK; a resource policy with aws:SecureTransport refuses the rest (spec.resourcePolicy of ACK), which nothing demands today',
    ),
    // not confirmed
    key: {
      field: 'sseSpecification.kmsMasterKeyID',
      controller: [
        'kms:CreateGrant',
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:ListAliases',
        'kms:RevokeGrant',
      ],
      users: {
        'whoever reads or writes, through DynamoDB': ['kms:Decrypt'],
        'dynamodb, through the caller': [
          'kms:CreateGrant',
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
    },
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtectionEnabled',
    value: true,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
  },
  backup: {
    by: 'AWS Backup',
    type: 'DynamoDB',
    own: 'continuousBackups.pointInTimeRecoveryEnabled / pointInTimeRecovery.enabled: any second of the last 35 days',
  },
  alarms: tableAlarms,
  exposure: { policy: 'resourcePolicy' },
  defaults: { billingMode: 'PROVISIONED', deletionProtectionEnabled: false, tableClass: 'STANDARD' },
});

export const tableReplica = kind(SERVICE, 'TableReplica', {
  forms: { crossplane: 'TableReplica' },
  arn: unknown('its shape, table/{tableName}, is not confirmed'),
  identity: AWS_ID,
  stateful: 'the copy of the items in its region',
  encryption: {
    atRest: {
      demands: [isSet('kmsKeyArn')],
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
    },
    inTransit: none('as its table'),
    key: none('its table names the key'),
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtectionEnabled',
    value: true,
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html',
  },
  backup: { by: 'AWS Backup', type: 'DynamoDB' },
  alarms: none("its table's ReplicationLatency counts it, where the table is a manifest with replicas"),
  exposure: none('as its table'),
});

export const backup = kind(SERVICE, 'Backup', {
  forms: { ack: 'Backup' },
  arn: unknown('its shape, table/{tableName}/backup/<id>, is not confirmed'),
  identity: AWS_ID,
  stateful: 'the backup',
  encryption: {
    // not confirmed
    atRest: {
      always: 'with the key of its table',
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/BackupRestore.html',
    },
    inTransit: ONLY_CALLS,
    key: NO_KEY,
  },
  tags: NO_TAGS,
  protection: none('DynamoDB has none for backups'),
  backup: none('is a backup'),
  alarms: NO_METRICS,
  exposure: NO_END,
});

export const globalTable = kind(SERVICE, 'GlobalTable', {
  forms: {
    ack: 'GlobalTable',
    crossplane: { kind: 'GlobalTable', fields: { globalTableName: '@name' } },
    cloudFormation: { kind: 'AWS::DynamoDB::GlobalTable', fields: { globalTableName: 'TableName' } },
  },
  arn: { resource: 'global-table/{name}', global: true },
  identity: ['globalTableName'],
  stateful: 'items of every region',
  encryption: {
    atRest: none('global tables of 2017 are tables with their own keys: the tables say'),
    inTransit: none('as its tables'),
    key: NO_KEY,
  },
  tags: NO_TAGS,
  protection: none('its tables have it'),
  backup: none('its tables are backed up'),
  alarms: none('its tables have alarms'),
  exposure: none('as its tables'),
});
