import { CLUSTER_AUTOSCALER } from '@aws-platform/engine/aws';
import type { HelmController } from './helm-controllers';
import { arnsIn } from './place';

/**
 * https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md, changing only
 * this cluster's groups.
 */
export const clusterAutoscaler: HelmController = {
  chart: 'cluster-autoscaler',
  name: 'cluster-autoscaler',
  ...CLUSTER_AUTOSCALER,
  statements: (environment) => {
    const { region, outputs } = environment;
    const arns = arnsIn(environment);
    return [
      {
        Sid: 'Look',
        Effect: 'Allow',
        Action: [
          'autoscaling:DescribeAutoScalingGroups',
          'autoscaling:DescribeAutoScalingInstances',
          'autoscaling:DescribeLaunchConfigurations',
          'autoscaling:DescribeScalingActivities',
          'ec2:DescribeImages',
          'ec2:DescribeInstanceTypes',
          'ec2:DescribeLaunchTemplateVersions',
          'ec2:GetInstanceTypesFromInstanceRequirements',
        ],
        Resource: ['*'],
        Condition: { StringEquals: { 'aws:RequestedRegion': region } },
      },
      {
        Sid: 'ReadNodeGroups',
        Effect: 'Allow',
        Action: ['eks:DescribeNodegroup'],
        Resource: [arns.regional('eks')(`nodegroup/${outputs.clusterName}/*`)],
      },
      {
        Sid: 'Scale',
        Effect: 'Allow',
        Action: ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'],
        Resource: [arns.regional('autoscaling')('autoScalingGroup:*:autoScalingGroupName/*')],
        Condition: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${outputs.clusterName}`]: 'owned' } },
      },
    ];
  },
};
