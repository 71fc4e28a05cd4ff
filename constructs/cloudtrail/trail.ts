import type { Construct } from 'constructs';
import { Trail as Resource, type TrailSpecManagementPolicies } from '../../imports/cloudtrail.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { type Statement, sidFor } from '../core/policy-document';
import { KEPT_POLICIES } from '../core/removal';
import type { Bucket } from '../s3/bucket';

/** Bounds: https://docs.aws.amazon.com/botocore/latest/reference/services/cloudtrail/client/create_trail.html */
export interface TrailProps {
  /** Where the records go; it lets the trail in. */
  readonly bucket: Bucket;
  /** Before the records' keys, at most 200 characters, without a slash at the ends. @default '' */
  readonly keyPrefix?: string;
}

/**
 * A trail: what anybody does in the account, in every region, encrypted and signed. By Crossplane, because the ACK kind
 * never starts the logging. It is evidence, so it outlives its manifest.
 */
export class Trail extends AwsObject {
  readonly arn: string;

  constructor(scope: Construct, id: string, { bucket, keyPrefix }: TrailProps) {
    super(scope, id);
    this.requireMatch(
      'trail name',
      this.awsName,
      /^(?=.{3,128}$)(?!.*[._-]{2})[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$/,
      '3 to 128 letters, digits and single . - _ between them',
    );
    if (keyPrefix !== undefined)
      this.requireMatch(
        'keyPrefix',
        keyPrefix,
        /^(?!\/)[\w./-]{1,200}(?<!\/)$/,
        '200 characters without a slash at the ends',
      );
    this.arn = this.arnFor('cloudtrail.aws.m.upbound.io/Trail');
    new Resource(this, 'Resource', {
      metadata: this.statefulCrossplaneMetadata(),
      spec: {
        managementPolicies: KEPT_POLICIES as TrailSpecManagementPolicies[],
        forProvider: {
          region: this.landing.region,
          enableLogging: true,
          enableLogFileValidation: true,
          isMultiRegionTrail: true,
          includeGlobalServiceEvents: true,
          kmsKeyId: this.landing.keys.logs,
          s3BucketName: bucket.awsName,
          s3KeyPrefix: keyPrefix,
          tags: this.statefulTags,
        },
      },
    });
    bucket.allow(...this.delivery(bucket, keyPrefix === undefined ? '' : `${keyPrefix}/`));
  }

  /** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
  private delivery({ arn }: Bucket, prefix: string): Statement[] {
    const principals = { services: ['cloudtrail.amazonaws.com'] };
    const source = { 'aws:SourceArn': this.arn };
    return [
      {
        sid: sidFor('ChecksOf', this.node.id),
        principals,
        actions: ['s3:GetBucketAcl'],
        resources: [arn],
        conditions: { StringEquals: source },
      },
      {
        sid: sidFor('WritesOf', this.node.id),
        principals,
        actions: ['s3:PutObject'],
        resources: [`${arn}/${prefix}AWSLogs/${this.landing.account}/*`],
        conditions: { StringEquals: { ...source, 's3:x-amz-acl': 'bucket-owner-full-control' } },
      },
    ];
  }
}
