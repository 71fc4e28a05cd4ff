import type { Rule } from '../../../constructs/amp/rule-groups-namespace';

/** What is used, for people and for dashboards. Of cAdvisor and kube-state-metrics. */
export const usage: readonly Rule[] = [
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
];

export const workloads: readonly Rule[] = [
  {
    alert: 'PodsCrashLooping',
    expr: 'sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[15m])) > 3',
    for: '5m',
    severity: 'warning',
    summary: 'Pod {{ $labels.namespace }}/{{ $labels.pod }} restarts again and again',
    description: 'A container of it ends soon after it starts.',
  },
  {
    alert: 'PodsPending',
    expr: 'max by (namespace, pod) (kube_pod_status_phase{phase="Pending"}) == 1',
    for: '20m',
    severity: 'warning',
    summary: 'Pod {{ $labels.namespace }}/{{ $labels.pod }} has waited for twenty minutes',
    description: 'No node has room for it, or something that it needs is not there: an image, a volume, a Secret.',
  },
  {
    alert: 'ContainerOutOfMemory',
    expr: 'max by (namespace, pod, container) (kube_pod_container_status_last_terminated_reason{reason="OOMKilled"}) == 1 and on (namespace, pod, container) increase(kube_pod_container_status_restarts_total[1h]) > 0',
    for: '0s',
    severity: 'warning',
    summary:
      'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} took more memory than it may',
    description: 'The kernel has ended it, and Kubernetes started it again.',
  },
  {
    alert: 'DeploymentUnavailable',
    expr: 'kube_deployment_status_replicas_available == 0 and kube_deployment_spec_replicas > 0',
    for: '5m',
    severity: 'critical',
    summary: 'Deployment {{ $labels.namespace }}/{{ $labels.deployment }} has no Pod that is ready',
    description: 'What it does nobody does now.',
  },
  {
    alert: 'StatefulSetIncomplete',
    expr: 'kube_statefulset_status_replicas_ready < kube_statefulset_replicas',
    for: '15m',
    severity: 'warning',
    summary: 'StatefulSet {{ $labels.namespace }}/{{ $labels.statefulset }} has fewer Pods than it should',
    description: 'The next Pod waits for the one before it, and each for its volume.',
  },
  {
    alert: 'DaemonSetIncomplete',
    expr: 'kube_daemonset_status_number_available < kube_daemonset_status_desired_number_scheduled',
    for: '15m',
    severity: 'warning',
    summary: 'DaemonSet {{ $labels.namespace }}/{{ $labels.daemonset }} is missing on nodes',
    description: 'What it does for a node is not done there: network, volumes, identities, logs or metrics.',
  },
  {
    alert: 'JobFailed',
    expr: 'max by (namespace, job_name) (kube_job_failed{condition="true"}) == 1',
    for: '5m',
    severity: 'warning',
    summary: 'Job {{ $labels.namespace }}/{{ $labels.job_name }} has failed',
    description: 'It has tried as often as it may.',
  },
  {
    alert: 'VolumeFull',
    expr: 'min by (namespace, persistentvolumeclaim) (kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes) < 0.1',
    for: '15m',
    severity: 'warning',
    summary: 'The volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has less than a tenth left',
    description: 'When it is full, what writes to it fails.',
  },
  {
    alert: 'QuotaNearlyUsed',
    expr: 'max by (namespace, resource) (kube_resourcequota{type="used"}) / max by (namespace, resource) (kube_resourcequota{type="hard"} > 0) > 0.9',
    for: '30m',
    severity: 'warning',
    summary: 'Namespace {{ $labels.namespace }} has used nine tenths of its {{ $labels.resource }}',
    description: 'At the limit no Pod is made there any more, not even in place of one that has gone.',
  },
];
