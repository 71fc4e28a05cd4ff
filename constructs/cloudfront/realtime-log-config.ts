import type { Construct } from 'constructs';
import { RealtimeLogConfig } from '../../imports/cloudfront.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { Role } from '../iam/role';
import type { DataStream } from '../kinesis/stream';

/** Bounds: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateRealtimeLogConfig.html */
export interface RealtimeLogProps {
  readonly to: DataStream;
  /** How many of a hundred requests it holds, 1 to 100. */
  readonly samplingPercent: number;
}

/**
 * Neither cookies nor query strings nor whole headers: they carry credentials.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html
 */
const FIELDS = [
  'timestamp',
  'c-ip',
  'time-to-first-byte',
  'sc-status',
  'sc-bytes',
  'cs-method',
  'cs-protocol',
  'cs-host',
  'cs-uri-stem',
  'cs-bytes',
  'x-edge-location',
  'x-edge-request-id',
  'x-host-header',
  'time-taken',
  'cs-protocol-version',
  'cs-user-agent',
  'x-edge-response-result-type',
  'ssl-protocol',
  'ssl-cipher',
  'x-edge-result-type',
  'sc-content-type',
  'c-country',
  'cache-behavior-path-pattern',
];

/** What CloudFront tells of requests within seconds. */
export class RealtimeLog extends AwsObject {
  readonly arn: string;

  constructor(scope: Construct, id: string, { to, samplingPercent }: RealtimeLogProps) {
    super(scope, id);
    this.requireRange('samplingPercent', samplingPercent, 1, 100);
    this.arn = this.arnFor('cloudfront.aws.m.upbound.io/RealtimeLogConfig');
    const role = new Role(this, `${id}-cloudfront`, {
      description: `Lets CloudFront write to ${to.awsName}`,
      assumedBy: { service: 'cloudfront.amazonaws.com' },
      policies: { write: to.write },
    });
    new RealtimeLogConfig(this, 'Resource', {
      // without an external name: the provider keeps the ARN there
      metadata: { name: id },
      spec: {
        forProvider: {
          name: this.awsName,
          samplingRate: samplingPercent,
          fields: FIELDS,
          endpoint: { streamType: 'Kinesis', kinesisStreamConfig: { streamArn: to.arn, roleArn: role.arn } },
        },
      },
    });
  }
}
