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
import { tagList } from '../core/tags';
import { type LoadBalancerLogs, loadBalancerLogs } from '../elbv2/access-logs';
import { TLS_POLICY } from '../elbv2/tls-policy';
import { ingressLabel } from './ingress-label';

export interface InternalIngressClassProps {
  /** The DNS zone that its Ingresses have names of. */
  readonly zone: string;
  /** Of every name that Ingresses of the class have. */
  readonly certificates: readonly Certificate[];
  /** Who may reach it: IPv4 networks, 1 to 50. */
  readonly from: readonly string[];
  readonly accessLogs: LoadBalancerLogs;
  /** AWS refuses to delete the load balancer while this is on. */
  readonly deletionProtection: boolean;
}

/**
 * One load balancer with private addresses for the Ingresses of the namespaces that have its label, named by its id. What is
 * safe is said here, where an Ingress cannot change it: who may come, TLS, redirect, logs.
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/ingress_class.md
 */
export class InternalIngressClass extends AwsObject {
  readonly zone: string;

  constructor(scope: Construct, id: string, props: InternalIngressClassProps) {
    super(scope, id);
    this.zone = props.zone;
    const { certificates, from, accessLogs, deletionProtection } = props;
    this.requireMatch(
      'load balancer name',
      this.awsName,
      /^(?!internal-|-)[A-Za-z0-9-]{1,32}(?<!-)$/,
      "at most 32 letters, digits and hyphens, not at the ends, and not 'internal-' in front",
    );
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
    this.requireRange('certificates', certificates.length, 1, 25);
    this.requireRange('from', from.length, 1, 50);
    const everybody = from.find((cidr) => cidr.endsWith('/0'));
    if (everybody) this.fail(`from '${everybody}' lets everybody in: name who may come`);
    const params = new IngressClassParams(this, 'Params', {
      metadata: { name: id },
      spec: {
        group: { name: id },
        namespaceSelector: { matchLabels: ingressLabel(this, id) },
        loadBalancerName: this.awsName,
        scheme: IngressClassParamsSpecScheme.INTERNAL,
        ipAddressType: IngressClassParamsSpecIpAddressType.IPV4,
        subnets: { ids: [...this.need('vpc').privateSubnetIds] },
        targetType: IngressClassParamsSpecTargetType.IP,
        inboundCidRs: [...from],
        certificateArn: certificates.map(({ arn }) => arn),
        sslPolicy: TLS_POLICY,
        sslRedirectPort: '443',
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
