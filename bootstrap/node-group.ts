import { Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { CapacityType, type Cluster, type Nodegroup, NodegroupAmiType } from 'aws-cdk-lib/aws-eks-v2';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { EnvironmentData } from '../environments';
import { acknowledgeManaged } from './acknowledgements';
import { controllersBoundaryArn } from './iam/names';

/** The root device of Amazon Linux 2023. */
const ROOT_DEVICE = '/dev/xvda';

const NODE_POLICIES = [
  'AmazonEKSWorkerNodePolicy',
  'AmazonEC2ContainerRegistryPullOnly',
  // people reach the private endpoint through a session on a node: docs/bootstrap.md
  'AmazonSSMManagedInstanceCore',
];

/** The nodes that everything runs on until Karpenter and the other groups exist. */
export class GeneralPurposeNodes extends Construct {
  readonly nodegroup: Nodegroup;

  constructor(scope: Construct, id: string, cluster: Cluster, storageKey: IKey, environment: EnvironmentData) {
    super(scope, id);
    const { generalPurpose } = environment.cluster;
    const role = new Role(this, 'role', {
      description: 'Nodes of the node group general-purpose',
      assumedBy: new ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: NODE_POLICIES.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
      // Pods on the nodes' own network reach it
      permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(this, 'boundary', controllersBoundaryArn(environment)),
    });
    acknowledgeManaged(role, NODE_POLICIES, 'what the kubelet and the SSM agent call is decided by their releases');
    const template = new ec2.LaunchTemplate(this, 'template', {
      launchTemplateName: `${environment.namePrefix}general-purpose-node`,
      httpTokens: ec2.LaunchTemplateHttpTokens.REQUIRED,
      // out of reach for Pods, which have Pod Identity
      httpPutResponseHopLimit: 1,
      blockDevices: [
        {
          deviceName: ROOT_DEVICE,
          volume: ec2.BlockDeviceVolume.ebs(generalPurpose.volumeGibibytes, {
            volumeType: ec2.EbsDeviceVolumeType.GP3,
            encrypted: true,
            kmsKey: storageKey,
            deleteOnTermination: true,
          }),
        },
      ],
    });
    for (const [key, value] of Object.entries(environment.tags)) Tags.of(template).add(key, value);
    this.nodegroup = cluster.addNodegroupCapacity('general-purpose', {
      nodegroupName: 'general-purpose',
      nodeRole: role,
      amiType: NodegroupAmiType.AL2023_X86_64_STANDARD,
      capacityType: CapacityType.ON_DEMAND,
      instanceTypes: generalPurpose.instanceTypes.map((type) => new ec2.InstanceType(type)),
      minSize: generalPurpose.minSize,
      maxSize: generalPurpose.maxSize,
      desiredSize: generalPurpose.desiredSize,
      launchTemplateSpec: { id: template.launchTemplateId!, version: template.latestVersionNumber },
      subnets: { subnets: cluster.vpc.privateSubnets },
    });
  }
}
