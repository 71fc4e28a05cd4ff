import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { PodMonitor, type PodMonitorProps } from '../../constructs/prometheus/pod-monitor';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/** The monitors that the releases in the charts around this ask for. */
export class Monitors extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    const monitors = new Map<string, PodMonitorProps>();
    for (const { node, namespace, metrics } of releasesAround(this))
      if (typeof metrics === 'object' && 'endpoints' in metrics) {
        const { monitor = node.id, ...pods } = metrics;
        monitors.set(monitor, { namespace, ...pods });
      }
    for (const [name, monitor] of [...monitors].sort(([a], [b]) => (a < b ? -1 : 1)))
      new PodMonitor(this, name, monitor);
  }
}

function releasesAround({ node }: PlatformChart): HelmApplication<object>[] {
  return node.root.node.findAll().filter((one) => one instanceof HelmApplication);
}
