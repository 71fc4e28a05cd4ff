import { NO_END, NO_METRICS, none, ONLY_CALLS } from './answers';
import { isAbsentOr, isSet, matches } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon MemoryDB',
  ack: 'memorydb',
  crossplane: 'memorydb',
  cloudFormation: 'MemoryDB',
  iam: 'memorydb',
  dataProtection: 'https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html',
};

export const cluster = kind(SERVICE, 'Cluster', {
  forms: {
    ack: 'Cluster',
    crossplane: { kind: 'Cluster', fields: { name: '@name', kmsKeyID: 'kmsKeyArn' } },
    cloudFormation: { kind: 'AWS::MemoryDB::Cluster', fields: { name: 'ClusterName' } },
  },
  arn: 'cluster/{name}',
  identity: ['name'],
  stateful: 'keys, and their transaction log',
  encryption: {
    atRest: {
      demands: [isSet('kmsKeyID')],
      always: 'without it with a key of AWS; the key is chosen at creation alone',
      source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html',
    },
    inTransit: {
      demands: [isAbsentOr('tlsEnabled', true)],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-memorydb-cluster.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: { 'memorydb, by a grant': ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] },
      source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html',
    },
  },
  tags: 'tags',
  protection: none('MemoryDB has none'),
  backup: {
    demands: [matches('snapshotRetentionLimit', /^[1-9]/)],
    because: 'AWS Backup does not know MemoryDB; without the field the service keeps no snapshots',
    source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/snapshots-automatic.html',
  },
  alarms: {
    service: 'memorydb',
    namespace: 'AWS/MemoryDB',
    subjects: ({ name }) => [
      {
        dimensions: { ClusterName: name },
        alarms: [
          {
            name: 'cpu',
            metric: 'EngineCPUUtilization',
            statistic: 'Average',
            threshold: ({ cpuPercent }) => cpuPercent,
            periods: 3,
            says: 'has no CPU left for its engine, which uses one core of a node',
          },
          {
            name: 'memory',
            metric: 'DatabaseMemoryUsagePercentage',
            statistic: 'Average',
            threshold: ({ memoryPercent }) => memoryPercent,
            periods: 3,
            says: 'is about to be full: writes will fail',
          },
        ],
      },
    ],
  },
  exposure: none('stands in subnets'),
});

export const snapshot = kind(SERVICE, 'Snapshot', {
  forms: {
    ack: 'Snapshot',
    crossplane: { kind: 'Snapshot', fields: { name: '@name', kmsKeyID: 'kmsKeyArn' } },
    cloudFormation: 'AWS::MemoryDB::Snapshot',
  },
  arn: 'snapshot/{name}',
  identity: ['name'],
  stateful: 'the snapshot',
  encryption: {
    // not confirmed
    atRest: {
      always: 'with kmsKeyId, or the key of its cluster',
      source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html',
    },
    inTransit: ONLY_CALLS,
    key: {
      field: 'kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: {},
      source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html',
    },
  },
  tags: 'tags',
  protection: none('MemoryDB has none'),
  backup: none('is a backup'),
  alarms: NO_METRICS,
  exposure: NO_END,
});

export const acl = configuration(SERVICE, 'ACL', {
  forms: {
    ack: 'ACL',
    crossplane: { kind: 'ACL', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::MemoryDB::ACL', fields: { name: 'ACLName' } },
  },
  arn: 'acl/{name}',
  identity: ['name'],
  tags: 'tags',
  alarms: NO_METRICS,
});

export const parameterGroup = configuration(SERVICE, 'ParameterGroup', {
  forms: {
    ack: 'ParameterGroup',
    crossplane: { kind: 'ParameterGroup', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::MemoryDB::ParameterGroup', fields: { name: 'ParameterGroupName' } },
  },
  arn: 'parametergroup/{name}',
  identity: ['name'],
  tags: 'tags',
  alarms: NO_METRICS,
});

export const subnetGroup = configuration(SERVICE, 'SubnetGroup', {
  forms: {
    ack: 'SubnetGroup',
    crossplane: { kind: 'SubnetGroup', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::MemoryDB::SubnetGroup', fields: { name: 'SubnetGroupName' } },
  },
  arn: 'subnetgroup/{name}',
  identity: ['name'],
  tags: 'tags',
  alarms: NO_METRICS,
});

export const user = configuration(SERVICE, 'User', {
  forms: {
    ack: 'User',
    crossplane: { kind: 'User', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::MemoryDB::User', fields: { name: 'UserName' } },
  },
  arn: 'user/{name}',
  identity: ['name'],
  tags: 'tags',
  alarms: NO_METRICS,
});
