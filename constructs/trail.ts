import type { Construct } from 'constructs';
import { Trail as Resource, type TrailSpecManagementPolicies } from '../imports/cloudtrail.aws.m.upbound.io';
import { AwsObject, KEPT_POLICIES } from './aws-object';

/** Bounds: https://docs.aws.amazon.com/botocore/latest/reference/services/cloudtrail/client/create_trail.html */
export interface TrailProps {
  /** Where the records go; its policy has to let CloudTrail in. */
  readonly bucketName: string;
  /** Before the records' keys, at most 200 characters. @default '' */
  readonly keyPrefix?: string;
}

/**
 * A trail: what anybody does in the account, in every region, encrypted and signed. By Crossplane, because the ACK kind
 * never starts the logging. It is evidence, so it outlives its manifest.
 */
export class Trail extends AwsObject {
  readonly arn: string;

  constructor(scope: Construct, id: string, { bucketName, keyPrefix }: TrailProps) {
    super(scope, id);
    this.requireMatch(
      'trail name',
      this.awsName,
      /^(?=.{3,128}$)(?!.*[._-]{2})[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$/,
      '3 to 128 letters, digits and single . - _ between them',
    );
    if (keyPrefix !== undefined) this.requireLength('keyPrefix', keyPrefix, 200);
    this.arn = this.arnFor('cloudtrail.aws.m.upbound.io/Trail');
    new Resource(this, 'Resource', {
      metadata: this.statefulCrossplaneMetadata(),
      spec: {
        managementPolicies: KEPT_POLICIES as TrailSpecManagementPolicies[],
        forProvider: {
          region: this.environment.region,
          enableLogging: true,
          enableLogFileValidation: true,
          isMultiRegionTrail: true,
          includeGlobalServiceEvents: true,
          kmsKeyId: this.environment.outputs.keys.logs,
          s3BucketName: bucketName,
          s3KeyPrefix: keyPrefix,
          tags: this.statefulTags,
        },
      },
    });
  }
}
