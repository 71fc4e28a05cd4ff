import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { onlyThrough } from '../core/policy-document';
import { cloudFormationTags } from '../core/tags';
import { Role } from '../iam/role';
import type { DataStream } from '../kinesis/stream';

/**
 * Bounds: https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html and
 * https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html
 */
export interface DeliveryStreamProps {
  readonly from: DataStream;
  readonly bucketArn: string;
  /** Before the objects' keys, ending in a slash; the hour of arrival and, for what fails, `failed/` follow. */
  readonly prefix: string;
  /** How long records are collected into one object, 0 to 900 s. @default Duration.minutes(5) */
  readonly interval?: Duration;
  /** How much is collected into one object, 1 to 128 MiB. @default 64 */
  readonly sizeMiB?: number;
}

const TYPE = 'AWS::KinesisFirehose::DeliveryStream';

/**
 * Firehose from a stream into a bucket, zipped and encrypted. By Cloud Control, because the native kind cannot write to
 * S3.
 */
export class DeliveryStream extends AwsObject {
  constructor(scope: Construct, id: string, props: DeliveryStreamProps) {
    super(scope, id);
    const { from, bucketArn, prefix, interval = Duration.minutes(5), sizeMiB = 64 } = props;
    this.requireMatch('delivery stream name', this.awsName, /^[a-zA-Z0-9_.-]{1,64}$/, '64 letters, digits and _ . -');
    this.requireRange('interval', interval.toSeconds(), 0, 900, ' s');
    this.requireRange('sizeMiB', sizeMiB, 1, 128, ' MiB');
    this.requireMatch('prefix', prefix, /^[\w./=-]{1,512}\/$/, '512 letters, digits and _ . / = - that end in a slash');
    const { region, keys } = this.landing;
    // https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
    const role = new Role(this, `${id}-firehose`, {
      description: `Lets Firehose read ${from.awsName} and write to S3`,
      assumedBy: {
        service: 'firehose.amazonaws.com',
        conditions: { StringEquals: { 'sts:ExternalId': this.landing.account } },
      },
      policies: {
        deliver: [
          ...from.read,
          {
            sid: 'Bucket',
            actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
            resources: [bucketArn],
          },
          {
            sid: 'Objects',
            actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
            resources: [`${bucketArn}/${prefix}*`],
          },
          {
            sid: 'EncryptObjects',
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: [keys.logs],
            conditions: onlyThrough('s3', region),
          },
        ],
      },
    });

    new CloudControlResource(this, id, {
      typeName: TYPE,
      properties: {
        DeliveryStreamName: this.awsName,
        DeliveryStreamType: 'KinesisStreamAsSource',
        KinesisStreamSourceConfiguration: { KinesisStreamARN: from.arn, RoleARN: role.arn },
        ExtendedS3DestinationConfiguration: {
          BucketARN: bucketArn,
          RoleARN: role.arn,
          Prefix: `${prefix}!{timestamp:yyyy/MM/dd/HH}/`,
          ErrorOutputPrefix: `${prefix}failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/`,
          BufferingHints: { IntervalInSeconds: interval.toSeconds(), SizeInMBs: sizeMiB },
          CompressionFormat: 'GZIP',
          EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: keys.logs } },
        },
        Tags: cloudFormationTags(this.tags),
      },
    });
  }
}
