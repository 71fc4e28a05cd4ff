import { Size } from 'cdk8s';
import type { Construct } from 'constructs';
import * as ec2 from '../../imports/ec2.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';

/**
 * Bounds: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html and
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateEbsBlockDeviceRequest.html
 */
export interface LaunchTemplateProps {
  /**
   * Raise it by one with every change of the template: AWS counts versions by itself, and node groups stay on the old
   * one until they are told the new number. @default 1
   */
  readonly version?: number;
  /** Of the root volume, 1 GiB to 64 TiB. @default Size.gibibytes(50) */
  readonly volumeSize?: Size;
}

/** The root device of Amazon Linux 2023. */
const ROOT_DEVICE = '/dev/xvda';

/**
 * How the nodes of a managed node group start: an encrypted gp3 volume, and instance metadata by IMDSv2 only, out of
 * reach for Pods. It names no AMI, subnet, role or instance type: EKS refuses one that does
 * (https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html).
 */
export class LaunchTemplate extends AwsObject {
  readonly version: number;

  constructor(scope: Construct, id: string, props: LaunchTemplateProps = {}) {
    super(scope, id);
    const { version = 1, volumeSize = Size.gibibytes(50) } = props;
    this.requireMatch(
      'launch template name',
      this.awsName,
      /^[a-zA-Z0-9().\-/_]{3,128}$/,
      '3 to 128 letters, digits and ( ) . - / _',
    );
    this.requireRange('version', version, 1, 10_000);
    this.requireRange('volumeSize', volumeSize.toGibibytes(), 1, 65_536, ' GiB');
    this.version = version;
    const tags = tagList(this.tags);

    new ec2.LaunchTemplate(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        defaultVersion: version,
        data: {
          blockDeviceMappings: [
            {
              deviceName: ROOT_DEVICE,
              ebs: {
                volumeType: 'gp3',
                volumeSize: volumeSize.toGibibytes(),
                encrypted: true,
                kmsKeyId: this.landing.keys.storage,
                deleteOnTermination: true,
              },
            },
          ],
          metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1 },
          // a node group's own tags reach neither its instances nor their volumes
          tagSpecifications: ['instance', 'volume'].map((resourceType) => ({ resourceType, tags })),
        },
        tags,
      },
    });
  }
}
