import { loadBalancer as loadBalancerAlarms } from '../alarms/network';
import { AWS_ID, none, unknown } from './answers';
import { is, isOneOf, matches } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Elastic Load Balancing',
  ack: 'elbv2',
  crossplane: 'elbv2',
  cloudFormation: 'ElasticLoadBalancingV2',
  iam: 'elasticloadbalancing',
  dataProtection: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/data-protection.html',
};

/**
 * ACK and CloudFormation have the protection as an item of `attributes`, `deletion_protection.enabled`: no field of its
 * own.
 */
export const loadBalancer = configuration(SERVICE, 'LoadBalancer', {
  forms: {
    ack: {
      kind: 'LoadBalancer',
      late: ['securityGroups', 'enablePrefixForIPv6SourceNAT'],
      fields: { enableDeletionProtection: null },
    },
    crossplane: {
      kind: 'LB',
      fields: { scheme: 'internal' },
    },
    cloudFormation: { kind: 'AWS::ElasticLoadBalancingV2::LoadBalancer', fields: { enableDeletionProtection: null } },
  },
  arn: unknown('its shape, loadbalancer/app/{name}/<id>/*, is not confirmed'),
  identity: ['name'],
  why: 'is configuration; its address changes with it, and DNS records follow',
  encryption: {
    atRest: none('keeps nothing of what passes; access logs are in a bucket'),
    inTransit: none('its listeners say (Listener)'),
  },
  tags: 'tags',
  // not confirmed
  protection: {
    field: 'enableDeletionProtection',
    value: true,
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  },
  backup: none('AWS Backup does not know load balancers'),
  alarms: loadBalancerAlarms,
  exposure: { demands: [is('scheme', 'internal')] },
  internet: is('scheme', 'internet-facing'),
  defaults: { ipAddressType: 'ipv4', scheme: 'internet-facing', type: 'application' },
  edges: { securityGroupRefs: 'network in' },
});

export const listener = configuration(SERVICE, 'Listener', {
  forms: {
    ack: {
      kind: 'Listener',
      found: ['loadBalancerARN'],
      neverSettling: [
        'defaultActions[].targetGroupRef',
        'defaultActions[].forwardConfig.targetGroups[].targetGroupRef',
      ],
    },
    crossplane: {
      kind: 'LBListener',
      fields: {
        'defaultActions[].redirectConfig.protocol': 'defaultAction[].redirect?.protocol',
        'defaultActions[].redirectConfig?.protocol': 'defaultAction[].redirect?.protocol',
        'defaultActions[].type': 'defaultAction[].type',
      },
    },
    cloudFormation: 'AWS::ElasticLoadBalancingV2::Listener',
  },
  arn: unknown('its shape, listener/app/{load balancer}/<id>/<id>, is not confirmed'),
  identity: AWS_ID,
  encryption: {
    inTransit: {
      demands: [
        isOneOf('protocol', ['HTTPS', 'TLS'], { unless: [is('defaultActions[].redirectConfig.protocol', 'HTTPS')] }),
        matches('sslPolicy', /^ELBSecurityPolicy-TLS13-1-[23]-/, { when: [isOneOf('protocol', ['HTTPS', 'TLS'])] }),
        isOneOf('defaultActions[].redirectConfig?.protocol', ['HTTPS', '#{protocol}'], {
          when: [is('defaultActions[].type', 'redirect')],
        }),
      ],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html',
    },
  },
  tags: 'tags',
  alarms: none('its load balancer has alarms'),
  edges: { 'defaultActions[]': 'network out', loadBalancerRef: 'network in' },
});

export const listenerRule = configuration(SERVICE, 'ListenerRule', {
  forms: {
    ack: { kind: 'Rule', found: ['listenerARN'] },
    crossplane: {
      kind: 'LBListenerRule',
      fields: { 'actions[].redirectConfig?.protocol': 'action[].redirect?.protocol' },
    },
    cloudFormation: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  },
  arn: unknown('its shape, listener-rule/app/…/<id>, is not confirmed'),
  identity: AWS_ID,
  encryption: {
    inTransit: {
      demands: [isOneOf('actions[].redirectConfig?.protocol', ['HTTPS', '#{protocol}'])],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenerrule.html',
    },
  },
  tags: 'tags',
  alarms: none('its load balancer has alarms'),
});

export const targetGroup = configuration(SERVICE, 'TargetGroup', {
  forms: {
    ack: 'TargetGroup',
    crossplane: 'LBTargetGroup',
    cloudFormation: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  },
  arn: unknown('its shape, targetgroup/{name}/<id>/*, is not confirmed'),
  identity: ['name'],
  encryption: {
    // not confirmed
    inTransit: none(
      'protocol HTTPS or TLS to the targets is not demanded today',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
    ),
  },
  tags: 'tags',
  alarms: none('its load balancer has alarms on errors of targets'),
});
