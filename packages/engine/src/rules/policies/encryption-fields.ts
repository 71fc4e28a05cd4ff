import type { FieldRules } from './field-rule';

/**
 * What has to be set so that data at rest is encrypted: for what holds data with the platform's key for its class, for the
 * rest where AWS would leave it in plain text. Fields by the CRDs; defaults by the services' pages on encryption below
 * https://docs.aws.amazon.com
 */
export const encryptionFields: FieldRules = {
  'appsync.aws.m.upbound.io/APICache': [{ path: 'spec.forProvider.atRestEncryptionEnabled', must: { equal: true } }],
  'backup.aws.m.upbound.io/Vault': [
    {
      path: 'spec.forProvider.kmsKeyArn',
      must: 'be set',
      or: ['spec.forProvider.kmsKeyArnRef', 'spec.forProvider.kmsKeyArnSelector'],
    },
  ],
  'backup.services.k8s.aws/BackupVault': [
    { path: 'spec.encryptionKeyARN', must: 'be set', or: ['spec.encryptionKeyRef'] },
  ],
  'cloudtrail.aws.m.upbound.io/Trail': [
    {
      path: 'spec.forProvider.kmsKeyId',
      must: 'be set',
      or: ['spec.forProvider.kmsKeyIdRef', 'spec.forProvider.kmsKeyIdSelector'],
    },
  ],
  'cloudtrail.services.k8s.aws/Trail': [{ path: 'spec.kmsKeyID', must: 'be set' }],
  'cloudwatchlogs.aws.m.upbound.io/Group': [
    {
      path: 'spec.forProvider.kmsKeyId',
      must: 'be set',
      or: ['spec.forProvider.kmsKeyIdRef', 'spec.forProvider.kmsKeyIdSelector'],
    },
  ],
  'cloudwatchlogs.services.k8s.aws/LogGroup': [{ path: 'spec.kmsKeyID', must: 'be set', or: ['spec.kmsKeyRef'] }],
  'codebuild.aws.m.upbound.io/Project': [
    { path: 'spec.forProvider.artifacts.encryptionDisabled', must: { absentOr: false } },
    { path: 'spec.forProvider.secondaryArtifacts[].encryptionDisabled', must: { absentOr: false } },
    { path: 'spec.forProvider.logsConfig.s3Logs?.encryptionDisabled', must: { absentOr: false } },
  ],
  'codebuild.aws.m.upbound.io/ReportGroup': [
    { path: 'spec.forProvider.exportConfig.s3Destination?.encryptionDisabled', must: { absentOr: false } },
  ],
  'codecommit.aws.m.upbound.io/Repository': [
    {
      path: 'spec.forProvider.kmsKeyId',
      must: 'be set',
      or: ['spec.forProvider.kmsKeyIdRef', 'spec.forProvider.kmsKeyIdSelector'],
    },
  ],
  'dax.aws.m.upbound.io/Cluster': [{ path: 'spec.forProvider.serverSideEncryption.enabled', must: { equal: true } }],
  'dynamodb.aws.m.upbound.io/Table': [
    { path: 'spec.forProvider.serverSideEncryption.enabled', must: { equal: true } },
    {
      path: 'spec.forProvider.serverSideEncryption.kmsKeyArn',
      must: 'be set',
      or: [
        'spec.forProvider.serverSideEncryption.kmsKeyArnRef',
        'spec.forProvider.serverSideEncryption.kmsKeyArnSelector',
      ],
    },
    {
      path: 'spec.forProvider.replica[].kmsKeyArn',
      must: 'be set',
      or: ['spec.forProvider.replica[].kmsKeyArnRef', 'spec.forProvider.replica[].kmsKeyArnSelector'],
    },
  ],
  'dynamodb.aws.m.upbound.io/TableReplica': [
    {
      path: 'spec.forProvider.kmsKeyArn',
      must: 'be set',
      or: ['spec.forProvider.kmsKeyArnRef', 'spec.forProvider.kmsKeyArnSelector'],
    },
  ],
  'dynamodb.services.k8s.aws/Table': [
    { path: 'spec.sseSpecification.enabled', must: { equal: true } },
    { path: 'spec.sseSpecification.sseType', must: { absentOr: 'KMS' } },
    { path: 'spec.sseSpecification.kmsMasterKeyID', must: 'be set', or: ['spec.sseSpecification.kmsMasterKeyRef'] },
    { path: 'spec.tableReplicas[].kmsMasterKeyID', must: 'be set' },
  ],
  'ec2.services.k8s.aws/Instance': [{ path: 'spec.blockDeviceMappings[].ebs?.encrypted', must: { equal: true } }],
  'ec2.services.k8s.aws/LaunchTemplate': [
    { path: 'spec.data.blockDeviceMappings[].ebs?.encrypted', must: { equal: true } },
  ],
  'ecr.services.k8s.aws/Repository': [
    { path: 'spec.encryptionConfiguration.encryptionType', must: { beOneOf: ['KMS', 'KMS_DSSE'] } },
    { path: 'spec.encryptionConfiguration.kmsKey', must: 'be set', or: ['spec.encryptionConfiguration.kmsKeyRef'] },
  ],
  'ecr.services.k8s.aws/RepositoryCreationTemplate': [
    { path: 'spec.encryptionConfiguration.encryptionType', must: { beOneOf: ['KMS', 'KMS_DSSE'] } },
    { path: 'spec.encryptionConfiguration.kmsKey', must: 'be set', or: ['spec.encryptionConfiguration.kmsKeyRef'] },
  ],
  'efs.services.k8s.aws/FileSystem': [
    { path: 'spec.encrypted', must: { equal: true } },
    { path: 'spec.kmsKeyID', must: 'be set', or: ['spec.kmsKeyRef'] },
    {
      path: 'spec.replicationConfiguration[].kmsKeyID',
      must: 'be set',
      or: ['spec.replicationConfiguration[].kmsKeyRef'],
    },
  ],
  'eks.services.k8s.aws/Nodegroup': [{ path: 'spec.launchTemplate', must: 'be set' }],
  'elasticache.aws.m.upbound.io/ReplicationGroup': [
    { path: 'spec.forProvider.atRestEncryptionEnabled', must: { equal: 'true' } },
    {
      path: 'spec.forProvider.kmsKeyId',
      must: 'be set',
      or: ['spec.forProvider.kmsKeyIdRef', 'spec.forProvider.kmsKeyIdSelector'],
    },
  ],
  'elasticache.services.k8s.aws/ReplicationGroup': [
    { path: 'spec.atRestEncryptionEnabled', must: { equal: true } },
    { path: 'spec.kmsKeyID', must: 'be set', or: ['spec.kmsKeyRef'] },
  ],
  'firehose.services.k8s.aws/DeliveryStream': [
    {
      path: 'spec.deliveryStreamEncryptionConfiguration.keyType',
      must: { beOneOf: ['CUSTOMER_MANAGED_CMK', 'AWS_OWNED_CMK'] },
      unless: [{ path: 'spec.deliveryStreamType', must: { equal: 'KinesisStreamAsSource' } }],
    },
  ],
  'grafana.aws.m.upbound.io/Workspace': [
    {
      path: 'spec.forProvider.kmsKeyId',
      must: 'be set',
      or: ['spec.forProvider.kmsKeyIdRef', 'spec.forProvider.kmsKeyIdSelector'],
    },
  ],
  'karpenter.k8s.aws/EC2NodeClass': [{ path: 'spec.blockDeviceMappings[].ebs?.encrypted', must: { equal: true } }],
  'rds.aws.m.upbound.io/Cluster': [
    { path: 'spec.forProvider.storageEncrypted', must: { equal: true } },
    {
      path: 'spec.forProvider.kmsKeyId',
      must: 'be set',
      or: ['spec.forProvider.kmsKeyIdRef', 'spec.forProvider.kmsKeyIdSelector'],
    },
  ],
  'rds.aws.m.upbound.io/GlobalCluster': [
    {
      path: 'spec.forProvider.storageEncrypted',
      must: { equal: true },
      unless: [{ path: 'spec.forProvider.sourceDbClusterIdentifier', must: 'be set' }],
    },
  ],
  'rds.services.k8s.aws/DBCluster': [
    { path: 'spec.storageEncrypted', must: { equal: true } },
    { path: 'spec.kmsKeyID', must: 'be set', or: ['spec.kmsKeyRef'] },
  ],
  'rds.services.k8s.aws/DBInstance': [
    {
      path: 'spec.storageEncrypted',
      must: { equal: true },
      unless: [
        { path: 'spec.engine', must: { match: /^aurora/ } },
        { path: 'spec.dbClusterIdentifier', must: 'be set' },
      ],
    },
    {
      path: 'spec.kmsKeyID',
      must: 'be set',
      or: ['spec.kmsKeyRef'],
      unless: [
        { path: 'spec.engine', must: { match: /^aurora/ } },
        { path: 'spec.dbClusterIdentifier', must: 'be set' },
      ],
    },
  ],
  'rds.services.k8s.aws/GlobalCluster': [
    {
      path: 'spec.storageEncrypted',
      must: { equal: true },
      unless: [{ path: 'spec.sourceDBClusterIdentifier', must: 'be set' }],
    },
  ],
  's3.services.k8s.aws/Bucket': [
    { path: 'spec.encryption.rules', must: 'be set' },
    {
      path: 'spec.encryption.rules[].applyServerSideEncryptionByDefault.sseAlgorithm',
      must: { beOneOf: ['aws:kms', 'aws:kms:dsse'] },
    },
    {
      path: 'spec.encryption.rules[].applyServerSideEncryptionByDefault.kmsMasterKeyID',
      must: 'be set',
      when: [
        {
          path: 'spec.encryption.rules[].applyServerSideEncryptionByDefault.sseAlgorithm',
          must: { beOneOf: ['aws:kms', 'aws:kms:dsse'] },
        },
      ],
    },
    { path: 'spec.inventory[].destination.s3BucketDestination.encryption.sseKMS.keyID', must: 'be set' },
  ],
  'secretsmanager.services.k8s.aws/Secret': [
    { path: 'spec.kmsKeyID', must: 'be set', or: ['spec.kmsKeyRef'] },
    { path: 'spec.replicaRegions[].kmsKeyID', must: 'be set' },
  ],
  'sns.services.k8s.aws/Topic': [{ path: 'spec.kmsMasterKeyID', must: 'be set', or: ['spec.kmsMasterKeyRef'] }],
  'sqs.services.k8s.aws/Queue': [
    { path: 'spec.kmsMasterKeyID', must: 'be set', or: ['spec.kmsMasterKeyRef', 'spec.sqsManagedSSEEnabled'] },
    {
      path: 'spec.sqsManagedSSEEnabled',
      must: { absentOr: 'true' },
      unless: [
        { path: 'spec.kmsMasterKeyID', must: 'be set' },
        { path: 'spec.kmsMasterKeyRef', must: 'be set' },
      ],
    },
  ],
};
