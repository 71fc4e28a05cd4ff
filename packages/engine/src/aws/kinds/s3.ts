import { elsewhere, none, unknown } from './answers';
import { is, isOneOf, isSet, matchesNot } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon S3',
  ack: 's3',
  crossplane: 's3',
  cloudFormation: 'S3',
  iam: 's3',
  dataProtection: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
};

/** Crossplane has encryption, policy, versioning, lifecycle, public access block and the rest as kinds of their own. */
export const bucket = kind(SERVICE, 'Bucket', {
  forms: {
    ack: { kind: 'Bucket', late: ['abac', 'encryption', 'ownershipControls'] },
    crossplane: {
      kind: 'Bucket',
      fields: { name: '@name', 'tagging.tagSet': 'tags' },
      without: {
        atRest: elsewhere('BucketServerSideEncryptionConfiguration'),
        exposure: elsewhere('BucketPublicAccessBlock'),
      },
    },
    cloudFormation: { kind: 'AWS::S3::Bucket', fields: { name: 'BucketName', 'tagging.tagSet': 'Tags' } },
  },
  arn: { resource: '{name}', noAccount: true },
  identity: ['name'],
  stateful: 'objects and their versions',
  encryption: {
    atRest: {
      demands: [
        isSet('encryption.rules'),
        isOneOf('encryption.rules[].applyServerSideEncryptionByDefault.sseAlgorithm', ['aws:kms', 'aws:kms:dsse']),
        isSet('encryption.rules[].applyServerSideEncryptionByDefault.kmsMasterKeyID', {
          when: [
            isOneOf('encryption.rules[].applyServerSideEncryptionByDefault.sseAlgorithm', ['aws:kms', 'aws:kms:dsse']),
          ],
        }),
        isSet('inventory[].destination.s3BucketDestination.encryption.sseKMS.keyID'),
      ],
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    },
    inTransit: {
      policy: 'policy',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    },
    key: {
      field: 'encryption.rules[].applyServerSideEncryptionByDefault.kmsMasterKeyID',
      controller: [],
      users: {
        reader: ['kms:Decrypt'],
        writer: ['kms:GenerateDataKey'],
        'writer in parts': ['kms:Decrypt', 'kms:GenerateDataKey'],
      },
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    },
  },
  tags: 'tagging.tagSet',
  protection: none('S3 refuses to delete a bucket with objects in it; object lock keeps versions'),
  backup: { by: 'AWS Backup', type: 'S3', own: 'versioning and replication' },
  alarms: none('errors and latency exist only where request metrics are on, for which nobody pays yet'),
  exposure: {
    demands: [
      is('publicAccessBlock.blockPublicACLs', true),
      is('publicAccessBlock.blockPublicPolicy', true),
      is('publicAccessBlock.ignorePublicACLs', true),
      is('publicAccessBlock.restrictPublicBuckets', true),
      matchesNot('acl', /^(?:public-read|public-read-write|authenticated-read)$/),
      matchesNot('grantRead', /groups\/global\/(AllUsers|AuthenticatedUsers)/),
      matchesNot('grantWrite', /groups\/global\/(AllUsers|AuthenticatedUsers)/),
      matchesNot('grantReadACP', /groups\/global\/(AllUsers|AuthenticatedUsers)/),
      matchesNot('grantWriteACP', /groups\/global\/(AllUsers|AuthenticatedUsers)/),
      matchesNot('grantFullControl', /groups\/global\/(AllUsers|AuthenticatedUsers)/),
    ],
  },
  edges: { notification: 'event out', 'replication.rules[].destination': 'event out' },
});

export const accessPoint = configuration(SERVICE, 'AccessPoint', {
  forms: {
    ack: { kind: 'AccessPoint', group: 's3control', without: { tags: none('its kind has no field for tags') } },
    crossplane: { kind: 'AccessPoint', group: 's3control' },
    cloudFormation: 'AWS::S3::AccessPoint',
  },
  arn: unknown('its shape, accesspoint/{name}, is not confirmed'),
  identity: ['name', 'accountID'],
  why: 'is configuration: the objects stay in the bucket',
  encryption: {
    atRest: none("its bucket's key encrypts"),
    inTransit: none("its bucket's policy asks for TLS"),
  },
  tags: 'tags',
  backup: none('its bucket is backed up'),
  alarms: none('its bucket has metrics'),
  exposure: {
    demands: [
      is('publicAccessBlockConfiguration.blockPublicACLs', true),
      is('publicAccessBlockConfiguration.blockPublicPolicy', true),
      is('publicAccessBlockConfiguration.ignorePublicACLs', true),
      is('publicAccessBlockConfiguration.restrictPublicBuckets', true),
    ],
  },
});
