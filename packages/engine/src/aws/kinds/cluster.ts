import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none } from './answers';
import { is, isNot, matches, matchesNot } from './demand';
import { configuration, type Service } from './kind';

/** Controllers in the cluster that make things of AWS's by kinds of their own. */
const SERVICE: Service = { title: 'Kubernetes', iam: 'ec2' };

const AS_INGRESS = none('its Ingresses make the load balancers, which have metrics');

const SHARED = { arn: NO_ARN, identity: AWS_ID, tags: NO_TAGS } as const;

/** Of Karpenter: how nodes are made. https://karpenter.sh/docs/concepts/nodeclasses/ */
export const ec2NodeClass = configuration(SERVICE, 'EC2NodeClass', {
  ...SHARED,
  forms: { other: 'karpenter.k8s.aws/EC2NodeClass' },
  encryption: {
    atRest: {
      demands: [is('blockDeviceMappings[].ebs?.encrypted', true)],
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    },
  },
  tags: 'tags',
  alarms: NO_METRICS,
});

/** Of the AWS Load Balancer Controller. https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/ */
export const ingressClassParams = configuration(SERVICE, 'IngressClassParams', {
  ...SHARED,
  forms: { other: 'elbv2.k8s.aws/IngressClassParams' },
  encryption: {
    inTransit: {
      demands: [matches('sslPolicy', /^ELBSecurityPolicy-TLS13-1-[23]-/)],
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    },
  },
  alarms: AS_INGRESS,
  exposure: { demands: [isNot('scheme', 'internet-facing')] },
  internet: is('scheme', 'internet-facing'),
  edges: { wafv2AclArn: 'network in' },
});

export const targetGroupBinding = configuration(SERVICE, 'TargetGroupBinding', {
  ...SHARED,
  forms: { other: 'elbv2.k8s.aws/TargetGroupBinding' },
  alarms: AS_INGRESS,
  exposure: { demands: [matchesNot('networking.ingress[].from[].ipBlock.cidr', /^(?:0\.0\.0\.0\/0|::\/0)$/)] },
  edges: { serviceRef: 'network out', targetGroupARN: 'network in' },
});

export const loadBalancerConfiguration = configuration(SERVICE, 'LoadBalancerConfiguration', {
  ...SHARED,
  forms: { other: 'gateway.k8s.aws/LoadBalancerConfiguration' },
  encryption: {
    inTransit: {
      demands: [matches('listenerConfigurations[].sslPolicy', /^ELBSecurityPolicy-TLS13-1-[23]-/)],
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    },
  },
  alarms: AS_INGRESS,
  exposure: { demands: [isNot('scheme', 'internet-facing')] },
});
