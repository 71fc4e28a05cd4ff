import { fileSystem as fileSystemAlarms } from '../alarms/storage';
import { AWS_ID, NO_ARN, NO_TAGS, none } from './answers';
import { is, isSet } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon EFS',
  ack: 'efs',
  crossplane: 'efs',
  cloudFormation: 'EFS',
  iam: 'elasticfilesystem',
  dataProtection: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html',
};

export const fileSystem = kind(SERVICE, 'FileSystem', {
  forms: {
    ack: 'FileSystem',
    crossplane: { kind: 'FileSystem', fields: { 'replicationConfiguration[].kmsKeyID': null } },
    cloudFormation: { kind: 'AWS::EFS::FileSystem', fields: { tags: 'FileSystemTags' } },
  },
  arn: AWS_ID,
  identity: AWS_ID,
  stateful: 'files',
  encryption: {
    atRest: {
      demands: [is('encrypted', true), isSet('kmsKeyID'), isSet('replicationConfiguration[].kmsKeyID')],
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html',
    },
    inTransit: { policy: 'policy', source: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html' },
    // not confirmed
    key: {
      field: 'kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext'],
      users: {
        'elasticfilesystem, by a grant': ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext'],
      },
      note: 'clients need no right of the key',
      source: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
    },
  },
  tags: 'tags',
  protection: none(
    'EFS refuses to delete a file system with mount targets; fileSystemProtection keeps it from being overwritten by replication, not from deletion',
  ),
  backup: { by: 'AWS Backup', type: 'EFS', own: 'backup: the automatic backups of EFS itself' },
  alarms: fileSystemAlarms,
  exposure: { policy: 'policy' },
  defaults: { encrypted: false, performanceMode: 'generalPurpose', throughputMode: 'bursting' },
});

export const accessPoint = configuration(SERVICE, 'AccessPoint', {
  forms: {
    ack: 'AccessPoint',
    crossplane: 'AccessPoint',
    cloudFormation: { kind: 'AWS::EFS::AccessPoint', fields: { tags: 'AccessPointTags' } },
  },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is configuration: the files stay in the file system',
  encryption: {
    inTransit: none("its file system's policy asks for TLS"),
  },
  tags: 'tags',
  alarms: none('its file system has alarms'),
});

export const mountTarget = configuration(SERVICE, 'MountTarget', {
  forms: { ack: 'MountTarget', crossplane: 'MountTarget', cloudFormation: 'AWS::EFS::MountTarget' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'is an address in a subnet: mounts hang while it is gone',
  encryption: {
    inTransit: none("its file system's policy asks for TLS"),
  },
  tags: NO_TAGS,
  alarms: none('its file system has alarms'),
  edges: { fileSystemRef: 'network out', securityGroupRefs: 'network in' },
});
