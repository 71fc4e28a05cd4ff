import type { Construct } from 'constructs';
import { LogGroup } from '../../constructs/log-group';
import { PlatformChart } from '../../constructs/platform-chart';
import { AlertManager, PrometheusRules, PrometheusWorkspace } from '../../constructs/prometheus-workspace';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';

/** Where the cluster's metrics are kept, and what is computed of them. */
export class Prometheus extends PlatformChart {
  readonly workspace = new PrometheusWorkspace(this, 'platform', {
    logGroup: new LogGroup(this, 'prometheus', {
      // AWS lets itself write to groups of this name
      awsPrefix: '/aws/vendedlogs/',
      retentionDays: this.environment.observability.prometheus.logRetentionDays,
    }),
  });

  constructor(scope: Construct, id: string, environment: Environment, { sns }: { readonly sns: Sns }) {
    super(scope, id, environment);
    // metrics of cAdvisor and kube-state-metrics
    new PrometheusRules(this, 'cluster', {
      workspace: this.workspace,
      groups: {
        usage: [
          {
            record: 'namespace:container_cpu_usage_seconds:sum_rate5m',
            expr: 'sum by (namespace) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))',
          },
          {
            record: 'namespace:container_memory_working_set_bytes:sum',
            expr: 'sum by (namespace) (container_memory_working_set_bytes{container!=""})',
          },
          {
            record: 'node:container_cpu_usage_seconds:sum_rate5m',
            expr: 'sum by (node) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))',
          },
          {
            record: 'namespace:kube_pod_container_status_restarts:increase1h',
            expr: 'sum by (namespace) (increase(kube_pod_container_status_restarts_total[1h]))',
          },
        ],
        workloads: [
          {
            alert: 'PodsCrashLooping',
            expr: 'sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[15m])) > 3',
            for: '5m',
            severity: 'warning',
            summary: 'Pod {{ $labels.namespace }}/{{ $labels.pod }} restarts again and again: its log says why',
          },
          {
            alert: 'DeploymentUnavailable',
            expr: 'kube_deployment_status_replicas_available == 0 and kube_deployment_spec_replicas > 0',
            for: '5m',
            severity: 'critical',
            summary: 'Deployment {{ $labels.namespace }}/{{ $labels.deployment }} has no Pod that is ready',
          },
          {
            alert: 'NodeNotReady',
            expr: 'kube_node_status_condition{condition="Ready",status="true"} == 0',
            for: '10m',
            severity: 'warning',
            summary: 'Node {{ $labels.node }} is not ready: its events say why',
          },
        ],
      },
    });
    new AlertManager(this, 'alert-manager', { workspace: this.workspace, topic: sns.alerts });
  }
}
