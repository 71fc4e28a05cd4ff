import type { Construct } from 'constructs';
import { AlertManager } from '../../constructs/amp/alert-manager-definition';
import { PrometheusRules } from '../../constructs/amp/rule-groups-namespace';
import { PrometheusWorkspace } from '../../constructs/amp/workspace';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';
import { PlatformChart } from '../platform-chart';
import { RULES } from './rules';

/** Where the cluster's metrics are kept, and what is computed of them. */
export class Prometheus extends PlatformChart {
  readonly workspace = new PrometheusWorkspace(this, 'platform', {
    logGroup: new LogGroup(this, 'prometheus', {
      // AWS lets itself write to groups of this name
      awsPrefix: '/aws/vendedlogs/',
      retentionDays: this.environment.observability.prometheus.logRetentionDays,
    }),
    scrapeIntervalSeconds: this.environment.monitoring.scrapeIntervalSeconds,
  });

  constructor(scope: Construct, id: string, environment: Environment, { sns }: { readonly sns: Sns }) {
    super(scope, id, environment);
    const { url, revision } = environment.repository;
    new PrometheusRules(this, 'cluster', {
      workspace: this.workspace,
      runbooks: `${url.replace(/\.git$/, '')}/blob/${revision}/docs/runbooks`,
      groups: RULES,
    });
    new AlertManager(this, 'alert-manager', { workspace: this.workspace, topic: sns.alerts });
  }
}
