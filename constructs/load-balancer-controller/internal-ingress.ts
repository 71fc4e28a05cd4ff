import { canonicalJson } from '@aws-platform/engine/manifests';
import { ApiObject, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { AwsObject } from '../core/aws-object';
import type { InternalIngressClass } from './internal-ingress-class';

export interface InternalIngressProps {
  readonly ingressClass: InternalIngressClass;
  /** One that has the class's label. */
  readonly namespace: string;
  /** Within the class's zone. */
  readonly host: string;
  readonly service: kplus.Service;
  /** Of the Service. */
  readonly port: number;
  /** A path that answers 200 when a Pod is well. */
  readonly healthCheckPath: string;
  /** Paths below which nothing is found from outside the cluster. @default none */
  readonly hidden?: readonly string[];
}

const NOT_FOUND = 'not-found';

/**
 * A name inside the network, and what answers there, over HTTPS, to which HTTP is redirected.
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md
 */
export class InternalIngress extends AwsObject {
  constructor(scope: Construct, id: string, props: InternalIngressProps) {
    super(scope, id);
    const { ingressClass, namespace, host, service, port, healthCheckPath, hidden = [] } = props;
    if (!host.endsWith(`.${ingressClass.zone}`)) this.fail(`host '${host}' lies outside the zone ${ingressClass.zone}`);
    for (const [field, path] of [['healthCheckPath', healthCheckPath], ...hidden.map((one) => ['hidden', one])])
      this.requireMatch(field!, path!, /^\/[!-~]{0,1023}$/, 'a path of at most 1,024 characters');

    const ingress = new kplus.Ingress(this, 'Resource', {
      metadata: {
        name: id,
        namespace,
        annotations: {
          ...at('listen-ports', canonicalJson([{ HTTP: 80 }, { HTTPS: 443 }])),
          ...at('healthcheck-path', healthCheckPath),
          ...at('healthcheck-interval-seconds', '15'),
          ...at('healthcheck-timeout-seconds', '5'),
          ...at('healthy-threshold-count', '2'),
          ...at('unhealthy-threshold-count', '3'),
          ...at('success-codes', '200'),
          ...(hidden.length > 0 && at(`actions.${NOT_FOUND}`, NOTHING_HERE)),
        },
      },
      className: ingressClass.node.id,
    });
    ingress.addHostRule(
      host,
      '/',
      kplus.IngressBackend.fromService(service, { port }),
      kplus.HttpIngressPathType.PREFIX,
    );
    const backend = { service: { name: NOT_FOUND, port: { name: 'use-annotation' } } };
    // in front, because the controller takes the first that fits; the library knows no backend that is none of its
    // Services
    ApiObject.of(ingress).addJsonPatch(
      ...[...hidden]
        .reverse()
        .map((path) => JsonPatch.add('/spec/rules/0/http/paths/0', { path, pathType: 'Prefix', backend })),
    );
  }
}

/** The load balancer answers itself. */
const NOTHING_HERE = canonicalJson({
  type: 'fixed-response',
  fixedResponseConfig: { contentType: 'text/plain', messageBody: 'Nothing is here', statusCode: '404' },
});

function at(name: string, value: string): Record<string, string> {
  return { [`alb.ingress.kubernetes.io/${name}`]: value };
}
