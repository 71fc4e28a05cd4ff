import type { Construct } from 'constructs';
import * as codebuild from '../../imports/codebuild.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { Bucket } from '../s3/bucket';

/** Bounds: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateReportGroup.html */
export interface ReportGroupProps {
  /** @default 'TEST' */
  readonly type?: 'TEST' | 'CODE_COVERAGE';
  /** Where reports stay longer than the 30 days of CodeBuild. */
  readonly bucket: Bucket;
  /** Before their keys, without a slash at its ends. */
  readonly keyPrefix: string;
}

const KIND = 'codebuild.aws.m.upbound.io/ReportGroup';

/** The results of many builds' tests together: what failed, since when, and how often. */
export class ReportGroup extends AwsObject {
  readonly arn: string;
  /** Of the objects that builds write with a report. */
  readonly objects: string;

  constructor(scope: Construct, id: string, { type = 'TEST', bucket, keyPrefix }: ReportGroupProps) {
    super(scope, id);
    this.requireMatch(
      'report group name',
      this.awsName,
      /^[A-Za-z0-9][\w-]{1,127}$/,
      '2 to 128 letters, digits, hyphens and _, a letter or digit first',
    );
    this.requireMatch('keyPrefix', keyPrefix, /^[^/](?:.*[^/])?$/, 'a prefix without a slash at its ends');
    this.arn = this.arnFor(KIND);
    this.objects = `${bucket.arn}/${keyPrefix}/*`;

    new codebuild.ReportGroup(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          region: this.landing.region,
          type,
          // they are in the bucket too
          deleteReports: true,
          exportConfig: {
            type: 'S3',
            s3Destination: {
              bucket: bucket.awsName,
              path: keyPrefix,
              packaging: 'ZIP',
              encryptionDisabled: false,
              encryptionKey: bucket.keyArn,
            },
          },
          tags: this.tags,
        },
      },
    });
  }
}
