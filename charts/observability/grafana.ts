import type { Construct } from 'constructs';
import { DashboardPublisher } from '../../constructs/grafana/dashboard-publisher';
import { GrafanaWorkspace } from '../../constructs/grafana/workspace';
import type { Environment } from '../../environments';
import dashboards from '../../grafana/rendered/dashboards.json';
import { PlatformChart } from '../platform-chart';
import type { Prometheus } from './prometheus';

/** Where people look at metrics and traces. */
export class Grafana extends PlatformChart {
  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    { prometheus }: { readonly prometheus: Prometheus },
  ) {
    super(scope, id, environment);
    const { adminGroups, viewerGroups, prefixLists } = environment.observability.grafana;
    const workspace = new GrafanaWorkspace(this, 'platform', {
      description: 'Metrics and traces of the platform',
      prometheus: prometheus.workspace,
      prefixLists,
      groups: { ADMIN: adminGroups, VIEWER: viewerGroups },
    });
    new DashboardPublisher(this, 'dashboards', { workspace, prometheus: prometheus.workspace, dashboards });
  }
}
