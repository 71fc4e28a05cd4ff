import { EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import * as config from '../../imports/configservice.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { type Statement, sidFor } from '../core/policy-document';
import { ServiceLinkedRole } from '../iam/service-linked-role';
import type { Bucket } from '../s3/bucket';

export interface ConfigurationRecorderProps {
  /** Where snapshots and history go; AWS Config is let in. */
  readonly bucket: Bucket;
  /** Before their keys, without a slash at its ends. */
  readonly keyPrefix: string;
}

/** AWS's own name for it; an account and region has one, and one that is there already is taken over. */
const NAME = 'default';
const SERVICE = 'config.amazonaws.com';

/**
 * AWS Config: what every resource of the account and region looks like, and looked like. It records as the
 * service-linked role, or Security Hub says Config.1 fails
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html). The provider retries until role,
 * recorder and channel stand: AWS wants them in this order.
 */
export class ConfigurationRecorder extends AwsObject {
  constructor(scope: Construct, id: string, { bucket, keyPrefix }: ConfigurationRecorderProps) {
    super(scope, id);
    // https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html
    this.requireMatch('keyPrefix', keyPrefix, /^[^/](?:.*[^/])?$/, 'a prefix without a slash at its ends');
    const { region, keys } = this.landing;
    const role = new ServiceLinkedRole(this, `${id}-role`, { service: SERVICE, roleName: 'AWSServiceRoleForConfig' });
    bucket.allow(...this.delivery(bucket, keyPrefix));

    const metadata = { annotations: { [EXTERNAL_NAME]: NAME } };
    new config.ConfigurationRecorder(this, 'Recorder', {
      metadata: { name: id, ...metadata },
      spec: {
        forProvider: {
          region,
          roleArn: role.arn,
          recordingGroup: {
            allSupported: true,
            // IAM's: once in the account, and this is its only recorder
            includeGlobalResourceTypes: true,
            recordingStrategy: [{ useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' }],
          },
          recordingMode: { recordingFrequency: 'CONTINUOUS' },
        },
      },
    });
    new config.DeliveryChannel(this, 'Channel', {
      metadata: { name: `${id}-channel`, ...metadata },
      spec: {
        forProvider: {
          region,
          s3BucketName: bucket.awsName,
          s3KeyPrefix: keyPrefix,
          // its policy has to let AWS Config in:
          // https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
          s3KmsKeyArn: keys.logs,
          snapshotDeliveryProperties: { deliveryFrequency: 'TwentyFour_Hours' },
        },
      },
    });
    new config.AwsConfigurationRecorderStatus(this, 'Status', {
      metadata: { name: `${id}-status`, ...metadata },
      spec: { forProvider: { region, isEnabled: true } },
    });
  }

  /** https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html */
  private delivery({ arn }: Bucket, keyPrefix: string): Statement[] {
    const { account } = this.landing;
    const principals = { services: [SERVICE] };
    const source = { 'aws:SourceAccount': account };
    return [
      {
        sid: sidFor('ChecksOf', this.node.id),
        principals,
        actions: ['s3:GetBucketAcl', 's3:ListBucket'],
        resources: [arn],
        conditions: { StringEquals: source },
      },
      {
        sid: sidFor('WritesOf', this.node.id),
        principals,
        actions: ['s3:PutObject'],
        resources: [`${arn}/${keyPrefix}/AWSLogs/${account}/Config/*`],
        conditions: { StringEquals: { ...source, 's3:x-amz-acl': 'bucket-owner-full-control' } },
      },
    ];
  }
}
