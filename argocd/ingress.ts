import { INTRANET } from '../constructs/load-balancer-controller/intranet';

/** What the load balancer asks a Pod, every so often. */
interface HealthCheck {
  readonly path: string;
  /** Of HTTP or, for gRPC, of its own. */
  readonly success: string;
}

/**
 * How people and the command line reach Argo CD: over TLS to the load balancer of the intranet, which knows gRPC by its
 * content type and sends it to a target group of its own, and over TLS again to the Pod, whose certificate it does not
 * check.
 * https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/ingress/#aws-application-load-balancers-albs-and-classic-elb-http-mode,
 * annotations:
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md
 */
export const ARGOCD_INGRESS = {
  enabled: true,
  // with the chart's second Service, for gRPC
  controller: 'aws',
  ingressClassName: INTRANET,
  annotations: {
    // the root waits for Argo CD's health before it makes what the Ingress needs: its class, certificate and address
    'argocd.argoproj.io/ignore-healthcheck': 'true',
    ...at('listen-ports', JSON.stringify([{ HTTP: 80 }, { HTTPS: 443 }])),
    ...at('backend-protocol', 'HTTPS'),
    ...checked({ path: '/healthz', success: '200' }),
  },
  aws: {
    // Pods are targets by their own addresses
    serviceType: 'ClusterIP',
    backendProtocolVersion: 'GRPC',
    serviceAnnotations: checked({ path: '/grpc.health.v1.Health/Check', success: '0' }),
  },
};

function checked({ path, success }: HealthCheck): Record<string, string> {
  return {
    ...at('healthcheck-path', path),
    ...at('healthcheck-interval-seconds', '15'),
    ...at('healthcheck-timeout-seconds', '5'),
    ...at('healthy-threshold-count', '2'),
    ...at('unhealthy-threshold-count', '3'),
    ...at('success-codes', success),
  };
}

function at(name: string, value: string): Record<string, string> {
  return { [`alb.ingress.kubernetes.io/${name}`]: value };
}
