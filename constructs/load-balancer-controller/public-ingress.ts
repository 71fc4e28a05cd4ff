import { canonicalJson } from '@aws-platform/engine/manifests';
import { ApiObject, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { AwsObject } from '../core/aws-object';
import type { Namespace } from '../kubernetes/namespace';
import type { PublicIngressClass } from './public-ingress-class';

export interface PublicIngressProps {
  readonly ingressClass: PublicIngressClass;
  /** One that has the class's label. */
  readonly namespace: Namespace;
  /** Within the class's zone. */
  readonly host: string;
  /** What answers, by the Service's port. @default nothing is found there */
  readonly service?: { readonly name: string; readonly port: number };
  /** A path that answers 200 when a Pod is well. @default '/healthz' */
  readonly healthCheckPath?: string;
  /** 6 s to 300 s: a check may take 5 s. @default Duration.seconds(15) */
  readonly healthCheckInterval?: Duration;
  /** Among the Ingresses of the load balancer, -1000 to 1000: the lower comes first. @default 0 */
  readonly order?: number;
}

const NOT_FOUND = 'not-found';

/**
 * A name on the internet, and what answers there; over HTTPS, to which HTTP is redirected.
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md
 */
export class PublicIngress extends AwsObject {
  constructor(scope: Construct, id: string, props: PublicIngressProps) {
    super(scope, id);
    const { ingressClass, namespace, host, service, healthCheckPath = '/healthz', order = 0 } = props;
    const interval = (props.healthCheckInterval ?? Duration.seconds(15)).toSeconds();
    if (!host.endsWith(`.${ingressClass.zone}`)) this.fail(`host '${host}' lies outside the zone ${ingressClass.zone}`);
    this.requireMatch(
      'host',
      host,
      /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
      'a lower-case DNS name',
    );
    this.requireMatch('healthCheckPath', healthCheckPath, /^\/[!-~]{0,1023}$/, 'a path of at most 1,024 characters');
    this.requireRange('healthCheckInterval', interval, 6, 300, ' s');
    this.requireRange('order', order, -1_000, 1_000);
    if (service) this.requireRange('service.port', service.port, 1, 65_535);

    new ApiObject(this, 'Resource', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: id,
        namespace: namespace.node.id,
        annotations: {
          ...at('listen-ports', canonicalJson([{ HTTP: 80 }, { HTTPS: 443 }])),
          ...at('group.order', String(order)),
          ...at('shield-advanced-protection', String(ingressClass.shield)),
          ...at('healthcheck-path', healthCheckPath),
          ...at('healthcheck-interval-seconds', String(interval)),
          ...at('healthcheck-timeout-seconds', '5'),
          ...at('healthy-threshold-count', '2'),
          ...at('unhealthy-threshold-count', '3'),
          ...at('success-codes', '200'),
          ...(!service && at(`actions.${NOT_FOUND}`, NOTHING_HERE)),
        },
      },
      spec: {
        ingressClassName: ingressClass.node.id,
        rules: [
          {
            host,
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: {
                    service: service
                      ? { name: service.name, port: { number: service.port } }
                      : { name: NOT_FOUND, port: { name: 'use-annotation' } },
                  },
                },
              ],
            },
          },
        ],
      },
    });
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
