import { none } from './answers';
import { is, isSet } from './demand';
import { kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon Neptune',
  crossplane: 'neptune',
  cloudFormation: 'Neptune',
  iam: 'rds',
  dataProtection: 'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
};

export const dbCluster = kind(SERVICE, 'DBCluster', {
  forms: {
    crossplane: 'Cluster',
    cloudFormation: {
      kind: 'AWS::Neptune::DBCluster',
      fields: { '@name': 'DBClusterIdentifier', kmsKeyArn: 'KmsKeyId' },
    },
  },
  arn: 'cluster:{name}',
  identity: ['@name'],
  stateful: 'its graph, and automated backups',
  encryption: {
    atRest: {
      demands: [is('storageEncrypted', true), isSet('kmsKeyArn')],
      source: 'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
    },
    inTransit: {
      always: 'its endpoint takes TLS only',
      source: 'https://docs.aws.amazon.com/neptune/latest/userguide/security-ssl.html',
    },
    // not confirmed: as Amazon RDS, whose storage it has
    key: {
      field: 'kmsKeyArn',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: {},
      source: 'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
    },
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtection',
    value: true,
    source: 'https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html',
  },
  backup: { by: 'AWS Backup', type: 'Neptune', own: 'backupRetentionPeriod: 1 to 35 days' },
  alarms: {
    service: 'neptune',
    namespace: 'AWS/Neptune',
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
            says: 'has no CPU left: look at its queries, or give it a larger class',
          },
        ],
      },
    ],
  },
  exposure: none('stands in subnets, and has no address outside of them'),
});
