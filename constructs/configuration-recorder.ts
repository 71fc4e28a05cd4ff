import type { Construct } from 'constructs';
import * as config from '../imports/configservice.aws.m.upbound.io';
import { formatArn } from '../lib/aws/arn';
import { AwsObject } from './aws-object';
import { CloudControlResource } from './cloud-control-resource';

export interface ConfigurationRecorderProps {
  /** Where snapshots and history go; its policy has to let AWS Config in. */
  readonly bucketName: string;
  /** Before their keys, without a slash at its ends. */
  readonly keyPrefix: string;
}

/** AWS's own name for it; an account and region has one, and one that is there already is taken over. */
const NAME = 'default';
const SERVICE = 'config.amazonaws.com';
const SERVICE_LINKED_ROLE = 'AWSServiceRoleForConfig';

/**
 * AWS Config: what every resource of the account and region looks like, and looked like. It records as the service-linked
 * role, or Security Hub says Config.1 fails (https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html).
 * The provider retries until role, recorder and channel stand: AWS wants them in this order.
 */
export class ConfigurationRecorder extends AwsObject {
  constructor(scope: Construct, id: string, { bucketName, keyPrefix }: ConfigurationRecorderProps) {
    super(scope, id);
    // https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html
    this.requireMatch('keyPrefix', keyPrefix, /^[^/](?:.*[^/])?$/, 'a prefix without a slash at its ends');
    const { account, region, outputs } = this.environment;
    new CloudControlResource(this, `${id}-role`, {
      typeName: 'AWS::IAM::ServiceLinkedRole',
      properties: { AWSServiceName: SERVICE },
      knownIdentifier: SERVICE_LINKED_ROLE,
    });

    const metadata = { annotations: { 'crossplane.io/external-name': NAME } };
    new config.ConfigurationRecorder(this, 'Recorder', {
      metadata: { name: id, ...metadata },
      spec: {
        forProvider: {
          region,
          roleArn: formatArn({
            partition: this.partition,
            service: 'iam',
            region: '',
            account,
            resource: `role/aws-service-role/${SERVICE}/${SERVICE_LINKED_ROLE}`,
          }),
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
          s3BucketName: bucketName,
          s3KeyPrefix: keyPrefix,
          // its policy has to let AWS Config in: https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
          s3KmsKeyArn: outputs.keys.logs,
          snapshotDeliveryProperties: { deliveryFrequency: 'TwentyFour_Hours' },
        },
      },
    });
    new config.AwsConfigurationRecorderStatus(this, 'Status', {
      metadata: { name: `${id}-status`, ...metadata },
      spec: { forProvider: { region, isEnabled: true } },
    });
  }
}
