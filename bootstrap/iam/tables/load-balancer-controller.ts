import { LOAD_BALANCER_CONTROLLER } from '@aws-platform/engine/aws';
import type { Environment } from '../../../environments';
import type { Conditions, PolicyStatement } from '../statement';
import type { HelmController } from './helm-controllers';
import { arnsIn } from './place';

/**
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/docs/install/iam_policy.json, narrowed to
 * the account, the region and this cluster's tag. Left out is what the platform has not: classic WAF, Cognito on a
 * listener, server certificates of IAM, address pools.
 */
export const loadBalancerController: HelmController = {
  chart: 'aws-load-balancer-controller',
  name: 'aws-load-balancer-controller',
  ...LOAD_BALANCER_CONTROLLER,
  statements,
};

const CLUSTER_TAG = 'elbv2.k8s.aws/cluster';

function statements(environment: Environment): PolicyStatement[] {
  const { region, outputs } = environment;
  const arns = arnsIn(environment);
  const elb = arns.regional('elasticloadbalancing');
  const ec2 = arns.regional('ec2');
  const ours: Conditions = { StringEquals: { [`aws:ResourceTag/${CLUSTER_TAG}`]: outputs.clusterName } };
  const made: Conditions = { StringEquals: { [`aws:RequestTag/${CLUSTER_TAG}`]: outputs.clusterName } };
  const balancers = ['loadbalancer/app/*/*', 'loadbalancer/net/*/*'].map(elb);
  const groups = [elb('targetgroup/*/*')];
  const listeners = ['listener/app/*/*/*', 'listener/net/*/*/*'].map(elb);
  const rules = ['listener-rule/app/*/*/*/*', 'listener-rule/net/*/*/*/*'].map(elb);
  const here = { StringEquals: { 'aws:RequestedRegion': region } };
  return [
    {
      Sid: 'Look',
      Effect: 'Allow',
      Action: [
        'acm:ListCertificates',
        'ec2:DescribeAccountAttributes',
        'ec2:DescribeAddresses',
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeInstances',
        'ec2:DescribeInternetGateways',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeRouteTables',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeTags',
        'ec2:DescribeVpcPeeringConnections',
        'ec2:DescribeVpcs',
        'ec2:GetSecurityGroupsForVpc',
        'elasticloadbalancing:DescribeCapacityReservation',
        'elasticloadbalancing:DescribeListenerAttributes',
        'elasticloadbalancing:DescribeListenerCertificates',
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeLoadBalancerAttributes',
        'elasticloadbalancing:DescribeLoadBalancers',
        'elasticloadbalancing:DescribeRules',
        'elasticloadbalancing:DescribeSSLPolicies',
        'elasticloadbalancing:DescribeTags',
        'elasticloadbalancing:DescribeTargetGroupAttributes',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
        'elasticloadbalancing:DescribeTrustStores',
      ],
      Resource: ['*'],
      Condition: here,
    },
    {
      Sid: 'Protect',
      Effect: 'Allow',
      Action: [
        'shield:CreateProtection',
        'shield:DeleteProtection',
        'shield:DescribeProtection',
        'shield:GetSubscriptionState',
      ],
      Resource: ['*'],
    },
    {
      Sid: 'Certificates',
      Effect: 'Allow',
      Action: ['acm:DescribeCertificate'],
      Resource: [arns.regional('acm')('certificate/*')],
    },
    {
      Sid: 'Firewall',
      Effect: 'Allow',
      Action: ['wafv2:AssociateWebACL', 'wafv2:DisassociateWebACL', 'wafv2:GetWebACL', 'wafv2:GetWebACLForResource'],
      Resource: [arns.regional('wafv2')('regional/webacl/*/*'), elb('loadbalancer/app/*/*')],
    },
    {
      Sid: 'SetFirewall',
      Effect: 'Allow',
      Action: ['elasticloadbalancing:SetWebAcl'],
      Resource: ['*'],
      Condition: here,
    },
    {
      Sid: 'CreateSecurityGroups',
      Effect: 'Allow',
      Action: ['ec2:CreateSecurityGroup'],
      Resource: [ec2('security-group/*'), ec2('vpc/*')],
    },
    {
      Sid: 'TagNewSecurityGroups',
      Effect: 'Allow',
      Action: ['ec2:CreateTags'],
      Resource: [ec2('security-group/*')],
      Condition: { StringEquals: { ...made['StringEquals'], 'ec2:CreateAction': 'CreateSecurityGroup' } },
    },
    {
      Sid: 'OwnSecurityGroups',
      Effect: 'Allow',
      Action: ['ec2:CreateTags', 'ec2:DeleteSecurityGroup', 'ec2:DeleteTags'],
      Resource: [ec2('security-group/*')],
      Condition: ours,
    },
    {
      // also into those of nodes and of pods, which it opens to its load balancers
      Sid: 'OpenSecurityGroups',
      Effect: 'Allow',
      Action: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
      Resource: [ec2('security-group/*')],
    },
    {
      Sid: 'Create',
      Effect: 'Allow',
      Action: ['elasticloadbalancing:CreateLoadBalancer', 'elasticloadbalancing:CreateTargetGroup'],
      Resource: [...balancers, ...groups],
      Condition: made,
    },
    {
      Sid: 'TagNew',
      Effect: 'Allow',
      Action: ['elasticloadbalancing:AddTags'],
      Resource: [...balancers, ...groups, ...listeners, ...rules],
      Condition: made,
    },
    {
      Sid: 'Listen',
      Effect: 'Allow',
      Action: [
        'elasticloadbalancing:AddListenerCertificates',
        'elasticloadbalancing:AddTags',
        'elasticloadbalancing:CreateListener',
        'elasticloadbalancing:CreateRule',
        'elasticloadbalancing:DeleteListener',
        'elasticloadbalancing:DeleteLoadBalancer',
        'elasticloadbalancing:DeleteRule',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:ModifyListener',
        'elasticloadbalancing:ModifyListenerAttributes',
        'elasticloadbalancing:ModifyLoadBalancerAttributes',
        'elasticloadbalancing:ModifyRule',
        'elasticloadbalancing:ModifyTargetGroup',
        'elasticloadbalancing:ModifyTargetGroupAttributes',
        'elasticloadbalancing:RemoveListenerCertificates',
        'elasticloadbalancing:RemoveTags',
        'elasticloadbalancing:SetIpAddressType',
        'elasticloadbalancing:SetRulePriorities',
        'elasticloadbalancing:SetSecurityGroups',
        'elasticloadbalancing:SetSubnets',
      ],
      Resource: [...balancers, ...groups, ...listeners, ...rules],
      Condition: ours,
    },
    {
      // also into target groups of dist, by TargetGroupBinding
      Sid: 'Register',
      Effect: 'Allow',
      Action: ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'],
      Resource: groups,
    },
    {
      Sid: 'ServiceLinkedRole',
      Effect: 'Allow',
      Action: ['iam:CreateServiceLinkedRole'],
      Resource: [arns.global('iam')('role/aws-service-role/elasticloadbalancing.amazonaws.com/*')],
      Condition: { StringEquals: { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' } },
    },
  ];
}
