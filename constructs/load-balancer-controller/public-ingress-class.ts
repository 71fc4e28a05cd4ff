import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  IngressClassParams,
  IngressClassParamsSpecIpAddressType,
  IngressClassParamsSpecScheme,
  IngressClassParamsSpecTargetType,
} from '../../imports/elbv2.k8s.aws';
import type { Certificate } from '../acm/certificate';
import { AwsObject } from '../core/aws-object';
import { clusterScoped } from '../core/cluster-scoped';
import { exception } from '../core/exception';
import { tagList } from '../core/tags';
import { type LoadBalancerLogs, loadBalancerLogs } from '../elbv2/access-logs';
import { TLS_POLICY } from '../elbv2/tls-policy';
import type { WebAcl } from '../wafv2/web-acl';
import { ingressLabel } from './ingress-label';

export interface PublicIngressClassProps {
  /** The DNS zone that its Ingresses have names of. */
  readonly zone: string;
  /** Of every name that Ingresses of the class have. */
  readonly certificates: readonly Certificate[];
  /** Of the load balancer's region. */
  readonly webAcl: WebAcl;
  readonly accessLogs: LoadBalancerLogs;
  /** AWS refuses to delete the load balancer while this is on. */
  readonly deletionProtection: boolean;
  /** Whether Shield Advanced protects the load balancer, for which the account needs its subscription. */
  readonly shield: boolean;
}

/**
 * One load balancer on the internet for the Ingresses of the namespaces that have its label, named by its id. What is safe is
 * said here, where an Ingress cannot change it: TLS, redirect, firewall, logs. The firewall goes by its ARN: by its name the
 * controller would have to list all. https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/ingress_class.md
 */
export class PublicIngressClass extends AwsObject {
  readonly zone: string;
  readonly shield: boolean;

  constructor(scope: Construct, id: string, props: PublicIngressClassProps) {
    super(scope, id);
    this.zone = props.zone;
    this.shield = props.shield;
    const { certificates, webAcl, accessLogs, deletionProtection } = props;
    this.requireMatch(
      'load balancer name',
      this.awsName,
      /^(?!internal-|-)[A-Za-z0-9-]{1,32}(?<!-)$/,
      "at most 32 letters, digits and hyphens, not at the ends, and not 'internal-' in front",
    );
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
    this.requireRange('certificates', certificates.length, 1, 25);
    const params = new IngressClassParams(this, 'Params', {
      metadata: {
        name: id,
        annotations: exception(this, {
          policy: 'public-exposure',
          because: 'the way in for what the platform serves to the internet, behind its firewall',
        }),
      },
      spec: {
        group: { name: id },
        namespaceSelector: { matchLabels: ingressLabel(this, id) },
        loadBalancerName: this.awsName,
        scheme: IngressClassParamsSpecScheme.INTERNET_HYPHEN_FACING,
        ipAddressType: IngressClassParamsSpecIpAddressType.IPV4,
        subnets: { ids: [...this.need('vpc').publicSubnetIds] },
        targetType: IngressClassParamsSpecTargetType.IP,
        certificateArn: certificates.map(({ arn }) => arn),
        sslPolicy: TLS_POLICY,
        sslRedirectPort: '443',
        wafv2AclArn: webAcl.arn,
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
        loadBalancerAttributes: [
          { key: 'deletion_protection.enabled', value: String(deletionProtection) },
          { key: 'routing.http.drop_invalid_header_fields.enabled', value: 'true' },
          { key: 'routing.http.desync_mitigation_mode', value: 'strictest' },
          ...loadBalancerLogs(this.node.path, accessLogs, this.landing),
        ],
        tags: tagList(this.tags),
      },
    });
    clusterScoped(params);
    const ingressClass = new ApiObject(this, 'Resource', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: id },
      spec: {
        controller: 'ingress.k8s.aws/alb',
        parameters: { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name: id },
      },
    });
    clusterScoped(ingressClass);
  }
}
