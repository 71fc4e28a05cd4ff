import { MONITORING_NAMESPACE } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import {
  PodMonitorSpecPodMetricsEndpointsMetricRelabelingsAction,
  PodMonitorSpecPodMetricsEndpointsScheme,
  PodMonitor as Resource,
} from '../../imports/monitoring.coreos.com';
import { PlatformObject } from '../core/platform-object';

/**
 * A port that answers with metrics.
 * https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMetricsEndpoint
 */
export interface MetricsEndpoint {
  /** The port's name, or where it has none its number, 1 to 65535. */
  readonly port: string | number;
  /** @default '/metrics' */
  readonly path?: string;
  /** `https` with a certificate that the Pod made itself. @default 'http' */
  readonly scheme?: 'http' | 'https';
  /** Metrics that nobody asks for, as a regular expression: each sample costs. @default none */
  readonly drop?: string;
}

export interface PodMonitorProps {
  /** Where the Pods are. */
  readonly namespace: string;
  /** The labels of the Pods. @default every Pod of the namespace that has the port */
  readonly pods?: Readonly<Record<string, string>>;
  readonly endpoints: readonly MetricsEndpoint[];
}

const PORT_NAME = /^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/;

/**
 * Lets Prometheus ask Pods for their metrics, named by its id. It asks every Pod itself, so that no Service is needed.
 * How often is the same for everybody: alerts look back over a few of these intervals.
 */
export class PodMonitor extends PlatformObject {
  constructor(scope: Construct, id: string, { namespace, pods = {}, endpoints }: PodMonitorProps) {
    super(scope, id);
    if (endpoints.length === 0) this.fail('endpoints is empty, at least one is required');
    new Resource(this, 'Resource', {
      metadata: { name: id, namespace: MONITORING_NAMESPACE },
      spec: {
        namespaceSelector: { matchNames: [namespace] },
        selector: Object.keys(pods).length > 0 ? { matchLabels: { ...pods } } : {},
        podMetricsEndpoints: endpoints.map((endpoint) => this.endpoint(endpoint)),
      },
    });
  }

  private endpoint({ port, path = '/metrics', scheme = 'http', drop }: MetricsEndpoint) {
    if (!path.startsWith('/')) this.fail(`path '${path}' does not begin with a slash`);
    return {
      ...this.port(port),
      path,
      ...(scheme === 'https' && {
        scheme: PodMonitorSpecPodMetricsEndpointsScheme.HTTPS,
        tlsConfig: { insecureSkipVerify: true },
      }),
      // one that has ended answers nobody
      filterRunning: true,
      relabelings: [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'node' }],
      ...(drop && {
        metricRelabelings: [
          {
            sourceLabels: ['__name__'],
            regex: drop,
            action: PodMonitorSpecPodMetricsEndpointsMetricRelabelingsAction.DROP,
          },
        ],
      }),
    };
  }

  private port(port: string | number): { readonly port: string } | { readonly portNumber: number } {
    if (typeof port === 'string') {
      if (!PORT_NAME.test(port))
        this.fail(`port '${port}' is no name of a port, allowed are 15 lower-case letters, digits and hyphens`);
      return { port };
    }
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      this.fail(`port is ${port}, a whole number from 1 to 65535 is allowed`);
    return { portNumber: port };
  }
}
