import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  IngressClassParams,
  type IngressClassParamsSpec,
  IngressClassParamsSpecIpAddressType,
  IngressClassParamsSpecTargetType,
} from '../../imports/elbv2.k8s.aws';
import type { Certificate } from '../acm/certificate';
import { AwsObject } from '../core/aws-object';
import { clusterScoped } from '../core/cluster-scoped';
import { tagList } from '../core/tags';
import { type LoadBalancerLogs, loadBalancerLogs } from '../elbv2/access-logs';
import { TLS_POLICY } from '../elbv2/tls-policy';
import { ingressLabel } from './ingress-label';

export interface IngressClassProps {
  /** The DNS zone that its Ingresses have names of. */
  readonly zone: string;
  /** Of every name that Ingresses of the class have. */
  readonly certificates: readonly Certificate[];
  readonly accessLogs: LoadBalancerLogs;
  /** AWS refuses to delete the load balancer while this is on. */
  readonly deletionProtection: boolean;
}

/** What a class decides for itself: where its load balancer stands, and who comes through. */
interface Own {
  readonly spec: Pick<IngressClassParamsSpec, 'scheme' | 'subnets' | 'inboundCidRs' | 'wafv2AclArn'>;
  readonly annotations?: Record<string, string>;
}

/**
 * One load balancer for the Ingresses of the namespaces that have its label, named by its id. What is safe is said
 * here, where an Ingress cannot change it: who may come, TLS, redirect, logs.
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/ingress_class.md
 */
export abstract class IngressClass extends AwsObject {
  readonly zone: string;

  constructor(scope: Construct, id: string, props: IngressClassProps) {
    super(scope, id);
    this.zone = props.zone;
    this.requireMatch(
      'load balancer name',
      this.awsName,
      /^(?!internal-|-)[A-Za-z0-9-]{1,32}(?<!-)$/,
      "at most 32 letters, digits and hyphens, not at the ends, and not 'internal-' in front",
    );
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
    this.requireRange('certificates', props.certificates.length, 1, 25);
  }

  protected make({ certificates, accessLogs, deletionProtection }: IngressClassProps, own: Own): void {
    const name = this.node.id;
    const params = new IngressClassParams(this, 'Params', {
      metadata: { name, annotations: own.annotations },
      spec: {
        group: { name },
        namespaceSelector: { matchLabels: ingressLabel(this, name) },
        loadBalancerName: this.awsName,
        ipAddressType: IngressClassParamsSpecIpAddressType.IPV4,
        targetType: IngressClassParamsSpecTargetType.IP,
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
        ...own.spec,
      },
    });
    clusterScoped(params);
    const ingressClass = new ApiObject(this, 'Resource', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name },
      spec: {
        controller: 'ingress.k8s.aws/alb',
        parameters: { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name },
      },
    });
    clusterScoped(ingressClass);
  }
}
