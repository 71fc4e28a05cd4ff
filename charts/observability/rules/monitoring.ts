import type { AlertingRule } from '../../../constructs/amp/rule-groups-namespace';

/** Who watches the watchers: the workspace, which still computes rules when nothing arrives. */
export const monitoring: readonly AlertingRule[] = [
  {
    alert: 'MetricsMissing',
    expr: 'absent(up{job="kube-state-metrics"} == 1)',
    for: '10m',
    severity: 'critical',
    summary: 'No metrics of the cluster arrive',
    description: 'Nobody sees what happens in it: no other alert of the cluster can come.',
  },
  {
    alert: 'TargetDown',
    expr: 'count by (job, namespace) (up == 0) / count by (job, namespace) (up) > 0.1',
    for: '15m',
    severity: 'warning',
    summary: '{{ $value | humanizePercentage }} of {{ $labels.job }} in {{ $labels.namespace }} do not answer',
    description: 'Alerts about them cannot come.',
  },
  {
    alert: 'RemoteWriteFailing',
    expr: 'sum by (pod) (rate(prometheus_remote_storage_samples_failed_total[5m])) / sum by (pod) (rate(prometheus_remote_storage_samples_total[5m])) > 0.01',
    for: '15m',
    severity: 'critical',
    summary: 'The workspace refuses {{ $value | humanizePercentage }} of what {{ $labels.pod }} sends',
    description: 'These samples are lost.',
  },
  {
    alert: 'RemoteWriteBehind',
    expr: 'max by (pod) (max_over_time(prometheus_remote_storage_queue_highest_timestamp_seconds[5m])) - max by (pod) (max_over_time(prometheus_remote_storage_queue_highest_sent_timestamp_seconds[5m])) > 120',
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.pod }} sends what it knew {{ $value | humanizeDuration }} ago',
    description: 'Alerts come that much later. After two hours it forgets what it has not sent.',
  },
  {
    alert: 'CollectorDropsTraces',
    expr: 'sum by (pod) (rate({__name__=~"otelcol_exporter_send_failed_spans(_total)?|otelcol_processor_refused_spans(_total)?|otelcol_exporter_enqueue_failed_spans(_total)?"}[10m])) > 0',
    for: '15m',
    severity: 'warning',
    summary: 'The collector {{ $labels.pod }} loses traces',
    description: 'X-Ray refuses or throttles them, or the collector has no memory left for them.',
  },
  {
    alert: 'LogsNotDelivered',
    expr: 'sum by (pod) (increase(fluentbit_output_retries_failed_total[15m])) + sum by (pod) (increase(fluentbit_output_dropped_records_total[15m])) > 0',
    for: '15m',
    severity: 'warning',
    summary: 'Fluent Bit {{ $labels.pod }} loses logs',
    description: 'CloudWatch Logs has refused them for longer than it tries.',
  },
  {
    alert: 'ObjectMetricsFailing',
    expr: 'sum by (resource) (rate(kube_state_metrics_list_total{result="error"}[15m])) > 0 or sum by (resource) (rate(kube_state_metrics_watch_total{result="error"}[15m])) > 0.1',
    for: '15m',
    severity: 'warning',
    summary: 'kube-state-metrics cannot read {{ $labels.resource }}',
    description: 'Alerts about them cannot come.',
  },
  {
    alert: 'DashboardsNotPublished',
    expr: 'time() - max(kube_cronjob_status_last_successful_time{namespace="monitoring",cronjob="dashboards"}) > 7200',
    for: '5m',
    severity: 'warning',
    summary: 'The dashboards in Grafana have not been brought up to date for two hours',
    description: 'What is in git is not what people see.',
  },
];
