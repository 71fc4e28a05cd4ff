import { KARPENTER, KARPENTER_INTERRUPTIONS, ROLE_PATH } from '@aws-platform/engine/aws';
import type { Environment } from '../../../environments';
import type { PolicyStatement } from '../statement';
import type { HelmController } from './helm-controllers';
import { arnsIn } from './place';

/**
 * https://karpenter.sh/v1.14/reference/cloudformation/, narrowed to the account and to the node role and queue of
 * charts/compute/karpenter.ts. Its tags tell what it started from everything else.
 */
export const karpenter: HelmController = {
  chart: 'karpenter',
  name: 'karpenter',
  ...KARPENTER,
  statements,
};

function statements(environment: Environment): PolicyStatement[] {
  const { namePrefix, region, outputs } = environment;
  const arns = arnsIn(environment);
  const ec2 = arns.regional('ec2');
  const amazon = arns.public('ec2');
  const owned = { [`kubernetes.io/cluster/${outputs.clusterName}`]: 'owned' };
  const resourceTags = {
    StringEquals: tags('ResourceTag', owned),
    StringLike: { 'aws:ResourceTag/karpenter.sh/nodepool': '*' },
  };
  const requestTags = {
    StringEquals: tags('RequestTag', { ...owned, 'eks:eks-cluster-name': outputs.clusterName }),
    StringLike: { 'aws:RequestTag/karpenter.sh/nodepool': '*' },
  };
  const started = [
    'fleet/*',
    'instance/*',
    'launch-template/*',
    'network-interface/*',
    'spot-instances-request/*',
    'volume/*',
  ].map(ec2);
  // by their path (pkg/controllers/nodeclass/instanceprofile.go), and by the name alone where IAM finds none to know
  // the path of
  const profiles = [`karpenter/${region}/${outputs.clusterName}/*`, `${outputs.clusterName}_*`].map((name) =>
    arns.global('iam')(`instance-profile/${name}`),
  );
  const here = { 'topology.kubernetes.io/region': region };
  return [
    {
      Sid: 'StartFrom',
      Effect: 'Allow',
      Action: ['ec2:CreateFleet', 'ec2:RunInstances'],
      Resource: [
        ...['image/*', 'snapshot/*'].map(amazon),
        ...['capacity-reservation/*', 'placement-group/*', 'security-group/*', 'subnet/*'].map(ec2),
      ],
    },
    {
      Sid: 'StartFromOwnTemplates',
      Effect: 'Allow',
      Action: ['ec2:CreateFleet', 'ec2:RunInstances'],
      Resource: [ec2('launch-template/*')],
      Condition: resourceTags,
    },
    {
      Sid: 'StartTagged',
      Effect: 'Allow',
      Action: ['ec2:CreateFleet', 'ec2:CreateLaunchTemplate', 'ec2:RunInstances'],
      Resource: started,
      Condition: requestTags,
    },
    {
      Sid: 'TagWhatIsStarted',
      Effect: 'Allow',
      Action: ['ec2:CreateTags'],
      Resource: started,
      Condition: {
        ...requestTags,
        StringEquals: {
          ...requestTags.StringEquals,
          'ec2:CreateAction': ['CreateFleet', 'CreateLaunchTemplate', 'RunInstances'],
        },
      },
    },
    {
      Sid: 'TagOwnInstances',
      Effect: 'Allow',
      Action: ['ec2:CreateTags'],
      Resource: [ec2('instance/*')],
      Condition: {
        ...resourceTags,
        StringEqualsIfExists: { 'aws:RequestTag/eks:eks-cluster-name': outputs.clusterName },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['Name', 'eks:eks-cluster-name', 'karpenter.sh/nodeclaim'] },
      },
    },
    {
      Sid: 'EndOwn',
      Effect: 'Allow',
      Action: ['ec2:DeleteLaunchTemplate', 'ec2:TerminateInstances'],
      Resource: ['instance/*', 'launch-template/*'].map(ec2),
      Condition: resourceTags,
    },
    {
      Sid: 'Look',
      Effect: 'Allow',
      Action: [
        'ec2:DescribeCapacityReservations',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeInstances',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribePlacementGroups',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSpotPriceHistory',
        'ec2:DescribeSubnets',
      ],
      Resource: ['*'],
      Condition: { StringEquals: { 'aws:RequestedRegion': region } },
    },
    {
      Sid: 'LookAnywhere',
      Effect: 'Allow',
      Action: ['iam:ListInstanceProfiles', 'pricing:GetProducts'],
      Resource: ['*'],
    },
    {
      Sid: 'FindImages',
      Effect: 'Allow',
      Action: ['ssm:GetParameter'],
      Resource: [arns.public('ssm')('parameter/aws/service/*')],
    },
    {
      Sid: 'FindCluster',
      Effect: 'Allow',
      Action: ['eks:DescribeCluster'],
      Resource: [arns.regional('eks')(`cluster/${outputs.clusterName}`)],
    },
    {
      Sid: 'ReadInterruptions',
      Effect: 'Allow',
      Action: ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
      Resource: [arns.regional('sqs')(`${namePrefix}${KARPENTER_INTERRUPTIONS}`)],
    },
    {
      Sid: 'DecryptInterruptions',
      Effect: 'Allow',
      Action: ['kms:Decrypt'],
      Resource: [outputs.keys.messaging],
    },
    {
      Sid: 'PassNodeRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: [arns.global('iam')(`role${ROLE_PATH}${namePrefix}karpenter-node-role`)],
      Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    },
    {
      Sid: 'CreateProfiles',
      Effect: 'Allow',
      Action: ['iam:CreateInstanceProfile'],
      Resource: profiles,
      Condition: {
        StringEquals: tags('RequestTag', { ...owned, ...here, 'eks:eks-cluster-name': outputs.clusterName }),
        StringLike: { 'aws:RequestTag/karpenter.k8s.aws/ec2nodeclass': '*' },
      },
    },
    {
      Sid: 'TagProfiles',
      Effect: 'Allow',
      Action: ['iam:TagInstanceProfile'],
      Resource: profiles,
      Condition: {
        StringEquals: {
          ...tags('ResourceTag', { ...owned, ...here }),
          ...tags('RequestTag', { ...owned, ...here, 'eks:eks-cluster-name': outputs.clusterName }),
        },
        StringLike: {
          'aws:RequestTag/karpenter.k8s.aws/ec2nodeclass': '*',
          'aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass': '*',
        },
      },
    },
    {
      Sid: 'UseProfiles',
      Effect: 'Allow',
      Action: ['iam:AddRoleToInstanceProfile', 'iam:DeleteInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'],
      Resource: profiles,
      Condition: {
        StringEquals: tags('ResourceTag', { ...owned, ...here }),
        StringLike: { 'aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass': '*' },
      },
    },
    { Sid: 'ReadProfiles', Effect: 'Allow', Action: ['iam:GetInstanceProfile'], Resource: profiles },
  ];
}

function tags(where: 'RequestTag' | 'ResourceTag', values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`aws:${where}/${key}`, value]));
}
