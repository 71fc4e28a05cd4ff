import type { Construct } from 'constructs';
import type * as s3 from '../../imports/s3.services.k8s.aws';
import { onlyThrough, type Statement } from '../core/policy-document';
import { Role } from '../iam/role';
import type { Bucket } from './bucket';

/**
 * The copying of every new object, its tags and its delete markers into a bucket of another region. Deleting a version
 * is not copied, by AWS's own rule, and changes made to a copy do not come back. S3 does what the role may do:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
 */
export function replication(scope: Construct, id: string, from: Bucket, to: Bucket): s3.BucketSpecReplication {
  const role = new Role(scope, `${id}-replication`, {
    description: `Lets S3 copy ${from.awsName} to ${to.awsName}`,
    assumedBy: { service: 's3.amazonaws.com' },
    policies: { replicate: statements(from, to) },
  });
  return {
    role: role.arn,
    rules: [
      {
        id: 'everything',
        priority: 1,
        status: 'Enabled',
        // written out, as AWS answers with it: the controller compares rules whole
        filter: { prefix: '' },
        deleteMarkerReplication: { status: 'Enabled' },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
        destination: {
          bucket: to.arn,
          encryptionConfiguration: { replicaKmsKeyId: to.keyArn },
          metrics: { status: 'Enabled' },
        },
      },
    ],
  };
}

/**
 * Of the keys: https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html. With a
 * bucket's own key the context is the bucket, not the object
 * (https://github.com/aws-ia/terraform-aws-control_tower_account_factory/issues/639).
 */
function statements(from: Bucket, to: Bucket): Statement[] {
  return [
    { sid: 'Source', actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'], resources: [from.arn] },
    {
      sid: 'SourceObjects',
      actions: ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
      resources: [`${from.arn}/*`],
    },
    {
      sid: 'Copies',
      actions: ['s3:ReplicateDelete', 's3:ReplicateObject', 's3:ReplicateTags'],
      resources: [`${to.arn}/*`],
    },
    { sid: 'DecryptSource', actions: ['kms:Decrypt'], ...keyOf(from) },
    { sid: 'EncryptCopies', actions: ['kms:Encrypt', 'kms:GenerateDataKey'], ...keyOf(to) },
  ];
}

/** The key as S3 uses it: for the bucket's own key or, where an object was stored without that, for the object. */
function keyOf({ arn, keyArn, region }: Bucket): Pick<Statement, 'resources' | 'conditions'> {
  return {
    resources: [keyArn],
    conditions: {
      ...onlyThrough('s3', region),
      StringLike: { 'kms:EncryptionContext:aws:s3:arn': [arn, `${arn}/*`] },
    },
  };
}
