import { Size } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  Ec2NodeClass,
  Ec2NodeClassSpecBlockDeviceMappingsEbsVolumeType,
  Ec2NodeClassSpecMetadataOptionsHttpEndpoint,
  Ec2NodeClassSpecMetadataOptionsHttpTokens,
} from '../../imports/karpenter.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { clusterScoped } from '../core/cluster-scoped';
import type { NodeRole } from '../eks/node-role';

export interface NodeClassProps {
  readonly role: NodeRole;
  /**
   * Of Amazon Linux 2023 for EKS, such as `v20260903`: https://github.com/awslabs/amazon-eks-ami/releases. A new one
   * replaces the nodes.
   */
  readonly imageRelease: string;
  /** Of the root volume, 20 GiB to 16 TiB. @default Size.gibibytes(50) */
  readonly volumeSize?: Size;
}

/**
 * How the nodes that Karpenter starts are made, named by its id: in the private subnets and the group that EKS made for
 * the cluster, with an encrypted gp3 volume, and instance metadata by IMDSv2 only, out of reach for Pods.
 * https://karpenter.sh/v1.14/concepts/nodeclasses/
 */
export class NodeClass extends AwsObject {
  constructor(scope: Construct, id: string, props: NodeClassProps) {
    super(scope, id);
    const { role, imageRelease, volumeSize = Size.gibibytes(50) } = props;
    this.requireMatch('imageRelease', imageRelease, /^v20\d{6}$/, 'a release by its date, such as v20260903');
    this.requireRange('volumeSize', volumeSize.toGibibytes(), 20, 16_384, ' GiB');
    const { privateSubnetIds } = this.need('vpc');
    const object = new Ec2NodeClass(this, 'Resource', {
      metadata: { name: id },
      spec: {
        role: role.awsName,
        amiSelectorTerms: [{ alias: `al2023@${imageRelease}` }],
        subnetSelectorTerms: privateSubnetIds.map((subnet) => ({ id: subnet })),
        // EKS tags its group itself: https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
        securityGroupSelectorTerms: [{ tags: { 'aws:eks:cluster-name': this.need('cluster').name } }],
        associatePublicIpAddress: false,
        blockDeviceMappings: [
          {
            deviceName: '/dev/xvda',
            rootVolume: true,
            ebs: {
              volumeType: Ec2NodeClassSpecBlockDeviceMappingsEbsVolumeType.GP3,
              volumeSize: `${volumeSize.toGibibytes()}Gi`,
              encrypted: true,
              kmsKeyId: this.landing.keys.storage,
              deleteOnTermination: true,
            },
          },
        ],
        metadataOptions: {
          httpEndpoint: Ec2NodeClassSpecMetadataOptionsHttpEndpoint.ENABLED,
          httpTokens: Ec2NodeClassSpecMetadataOptionsHttpTokens.REQUIRED,
          httpPutResponseHopLimit: 1,
        },
        tags: this.namedTags,
      },
    });
    clusterScoped(object);
  }
}
