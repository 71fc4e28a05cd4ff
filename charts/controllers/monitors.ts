import {
  ACK_NAMESPACE,
  CROSSPLANE_NAMESPACE,
  EXTERNAL_DNS,
  EXTERNAL_SECRETS,
  KRO_NAMESPACE,
  LOAD_BALANCER_CONTROLLER,
} from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { PodMonitor, type PodMonitorProps } from '../../constructs/prometheus/pod-monitor';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/** How a release's metrics are reached: by a monitor here, by those that its own chart makes, or not at all. */
export type MetricsAccess =
  | (PodMonitorProps & { /** Of one monitor for several releases. @default the release */ readonly name?: string })
  | 'by its own chart'
  | { readonly unwatched: true; readonly because: string };

/** Ports as the charts have them, at the versions that their charts here name. */
const RELEASES: Readonly<Record<string, MetricsAccess>> = {
  'argo-rollouts': { namespace: 'argo-rollouts', endpoints: [{ port: 'metrics' }] },
  'argocd-installation': 'by its own chart',
  'cluster-autoscaler': {
    namespace: 'kube-system',
    pods: { 'app.kubernetes.io/name': 'aws-cluster-autoscaler' },
    endpoints: [{ port: 8_085 }],
  },
  crossplane: { namespace: CROSSPLANE_NAMESPACE, endpoints: [{ port: 'metrics' }] },
  'external-dns': { namespace: EXTERNAL_DNS.namespace, endpoints: [{ port: 'http' }] },
  'external-secrets': { namespace: EXTERNAL_SECRETS.namespace, endpoints: [{ port: 'metrics' }] },
  'fluent-bit': 'by its own chart',
  karpenter: {
    namespace: 'kube-system',
    pods: { 'app.kubernetes.io/name': 'karpenter' },
    endpoints: [{ port: 'http-metrics' }],
  },
  'karpenter-crd': { unwatched: true, because: 'it brings kinds and runs nothing' },
  kro: { namespace: KRO_NAMESPACE, endpoints: [{ port: 'metricsport' }] },
  'kube-prometheus-stack': 'by its own chart',
  'aws-load-balancer-controller': {
    namespace: LOAD_BALANCER_CONTROLLER.namespace,
    pods: { 'app.kubernetes.io/name': 'aws-load-balancer-controller' },
    endpoints: [{ port: 'metrics-server' }],
  },
};

const ACK: MetricsAccess = { name: 'ack', namespace: ACK_NAMESPACE, endpoints: [{ port: 'http' }] };

/** Monitors of all releases in the charts around this. Throws for a release that nothing is said of. */
export class Monitors extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    const monitors = new Map<string, PodMonitorProps>();
    for (const release of releasesAround(this)) {
      const watched = metricsAccessOf(release);
      if (!watched)
        throw new Error(
          `${release}: nobody would see it fail: charts/controllers/monitors.ts has to say how its metrics are reached, or why they are not`,
        );
      if (typeof watched === 'object' && 'endpoints' in watched) monitors.set(watched.name ?? release, watched);
    }
    for (const [name, monitor] of [...monitors].sort(([a], [b]) => (a < b ? -1 : 1)))
      new PodMonitor(this, name, monitor);
  }
}

export function metricsAccessOf(release: string): MetricsAccess | undefined {
  return release.startsWith('ack-') ? ACK : RELEASES[release];
}

function releasesAround({ node }: PlatformChart): string[] {
  return node.root.node
    .findAll()
    .filter((one) => one instanceof HelmApplication)
    .map((one) => one.node.id);
}
