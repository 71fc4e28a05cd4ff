import { none } from './answers';
import { is, isSet } from './demand';
import { kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon DocumentDB',
  ack: 'documentdb',
  crossplane: 'docdb',
  cloudFormation: 'DocDB',
  iam: 'rds',
  dataProtection: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
};

export const dbCluster = kind(SERVICE, 'DBCluster', {
  forms: {
    ack: 'DBCluster',
    crossplane: { kind: 'Cluster', fields: { dbClusterIdentifier: '@name' } },
    cloudFormation: 'AWS::DocDB::DBCluster',
  },
  arn: 'cluster:{name}',
  identity: ['dbClusterIdentifier'],
  stateful: 'its documents, and automated backups',
  encryption: {
    atRest: {
      demands: [is('storageEncrypted', true), isSet('kmsKeyID')],
      source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
    },
    inTransit: none(
      'its parameter group asks for TLS, which the default group does',
      'https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html',
    ),
    // not confirmed: as Amazon RDS, whose storage it has
    key: {
      field: 'kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: {},
      source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
    },
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtection',
    value: true,
    source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html',
  },
  backup: { by: 'AWS Backup', type: 'DocumentDB', own: 'backupRetentionPeriod: 1 to 35 days' },
  alarms: {
    service: 'documentdb',
    namespace: 'AWS/DocDB',
    subjects: ({ name }) => [
      {
        dimensions: { DBClusterIdentifier: name },
        alarms: [
          {
            name: 'cpu',
            metric: 'CPUUtilization',
            statistic: 'Average',
            threshold: ({ cpuPercent }) => cpuPercent,
            periods: 3,
            says: 'has no CPU left: look at its slowest queries, or give it a larger class',
          },
        ],
      },
    ],
  },
  exposure: none('stands in subnets, and has no address outside of them'),
});
