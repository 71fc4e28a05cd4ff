import { none } from './answers';
import { isAbsentOr, isSet } from './demand';
import { kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon Managed Streaming for Apache Kafka',
  ack: 'kafka',
  crossplane: 'kafka',
  cloudFormation: 'MSK',
  iam: 'kafka',
  dataProtection: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
};

export const cluster = kind(SERVICE, 'Cluster', {
  forms: {
    ack: 'Cluster',
    crossplane: {
      kind: 'Cluster',
      fields: {
        name: 'clusterName',
        'encryptionInfo.encryptionAtRest.dataVolumeKMSKeyID': 'encryptionInfo.encryptionAtRestKmsKeyArn',
        'brokerNodeGroupInfo.connectivityInfo.publicAccess.type_':
          'brokerNodeGroupInfo.connectivityInfo.publicAccess.type',
      },
    },
    cloudFormation: {
      kind: 'AWS::MSK::Cluster',
      fields: {
        name: 'ClusterName',
        'brokerNodeGroupInfo.connectivityInfo.publicAccess.type_':
          'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
      },
    },
  },
  arn: { resource: 'cluster/{name}', suffix: '/*' },
  identity: ['name'],
  stateful: 'its topics',
  encryption: {
    atRest: {
      demands: [isSet('encryptionInfo.encryptionAtRest.dataVolumeKMSKeyID')],
      always: 'without it with a key of AWS',
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    },
    inTransit: {
      demands: [
        isAbsentOr('encryptionInfo.encryptionInTransit.clientBroker', 'TLS'),
        isAbsentOr('encryptionInfo.encryptionInTransit.inCluster', true),
      ],
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    },
    key: {
      field: 'encryptionInfo.encryptionAtRest.dataVolumeKMSKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: {},
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    },
  },
  tags: 'tags',
  protection: none('MSK has none'),
  backup: none('AWS Backup does not know MSK, and the service has no backups: MSK Replicator keeps a second cluster'),
  alarms: {
    service: 'kafka',
    namespace: 'AWS/Kafka',
    subjects: ({ name }) => [
      {
        dimensions: { 'Cluster Name': name },
        alarms: [
          {
            name: 'offline-partitions',
            metric: 'OfflinePartitionsCount',
            statistic: 'Maximum',
            threshold: 0,
            says: 'has partitions without a leader: nobody can read or write them',
          },
          {
            name: 'controller',
            metric: 'ActiveControllerCount',
            statistic: 'Maximum',
            when: 'below',
            threshold: 1,
            says: 'has no controller: leaders that fail are not replaced',
          },
        ],
      },
    ],
  },
  exposure: { demands: [isAbsentOr('brokerNodeGroupInfo.connectivityInfo.publicAccess.type_', 'DISABLED')] },
});
