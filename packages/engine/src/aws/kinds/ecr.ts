import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none } from './answers';
import { isOneOf, isSet } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon ECR',
  ack: 'ecr',
  crossplane: 'ecr',
  cloudFormation: 'ECR',
  iam: 'ecr',
  dataProtection: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
};

export const repository = kind(SERVICE, 'Repository', {
  forms: {
    ack: {
      kind: 'Repository',
      late: [
        'registryID',
        'encryptionConfiguration',
        'encryptionConfiguration.encryptionType',
        'encryptionConfiguration.kmsKey',
      ],
    },
    crossplane: {
      kind: 'Repository',
      fields: { name: '@name', 'encryptionConfiguration.kmsKey': 'encryptionConfiguration[].kmsKey' },
    },
    cloudFormation: { kind: 'AWS::ECR::Repository', fields: { name: 'RepositoryName' } },
  },
  arn: 'repository/{name}',
  identity: ['name', 'registryID'],
  stateful: 'images',
  encryption: {
    atRest: {
      demands: [
        isOneOf('encryptionConfiguration.encryptionType', ['KMS', 'KMS_DSSE']),
        isSet('encryptionConfiguration.kmsKey'),
      ],
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
    },
    // not confirmed
    inTransit: {
      always: 'the registry takes TLS only',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
    },
    key: {
      field: 'encryptionConfiguration.kmsKey',
      controller: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:RetireGrant'],
      users: { 'ecr, by a grant': ['kms:Decrypt', 'kms:GenerateDataKey'] },
      note: 'whoever pulls needs no right of the key',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
    },
  },
  tags: 'tags',
  protection: none('ECR refuses to delete a repository with images in it, unless asked by force'),
  backup: none('AWS Backup does not know images: replication rules copy them'),
  alarms: none('publishes pull counts alone'),
  exposure: { policy: 'policy' },
  defaults: {
    'encryptionConfiguration.encryptionType': 'AES256',
    'imageScanningConfiguration.scanOnPush': false,
    imageTagMutability: 'MUTABLE',
  },
});

export const pullThroughCacheRule = configuration(SERVICE, 'PullThroughCacheRule', {
  forms: {
    ack: 'PullThroughCacheRule',
    crossplane: 'PullThroughCacheRule',
    cloudFormation: 'AWS::ECR::PullThroughCacheRule',
  },
  arn: 'repository/{name}',
  identity: ['ecrRepositoryPrefix', 'registryID'],
  why: 'is configuration; repositories that ECR has made by it stay',
  encryption: {
    atRest: none('the repositories that it makes are encrypted as their creation template says'),
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const repositoryCreationTemplate = configuration(SERVICE, 'RepositoryCreationTemplate', {
  forms: {
    ack: {
      kind: 'RepositoryCreationTemplate',
      late: ['encryptionConfiguration', 'encryptionConfiguration.encryptionType', 'encryptionConfiguration.kmsKey'],
    },
    crossplane: {
      kind: 'RepositoryCreationTemplate',
      fields: { 'encryptionConfiguration.kmsKey': 'encryptionConfiguration[].kmsKey' },
    },
    cloudFormation: 'AWS::ECR::RepositoryCreationTemplate',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    atRest: {
      demands: [
        isOneOf('encryptionConfiguration.encryptionType', ['KMS', 'KMS_DSSE']),
        isSet('encryptionConfiguration.kmsKey'),
      ],
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
    },
    key: {
      field: 'encryptionConfiguration.kmsKey',
      controller: [],
      users: { "the template's role": ['kms:CreateGrant', 'kms:DescribeKey', 'kms:RetireGrant'] },
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
    },
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
