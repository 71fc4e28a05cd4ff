/**
 * Series as promtool writes them: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export type Series = Readonly<Record<string, string>>;

export interface AlertCase {
  /** A sample every minute. */
  readonly fires: Series;
  readonly quiet: Series;
  /** How long it has been so. */
  readonly after: string;
}

const QUEUE = 'customresource_group="sqs.services.k8s.aws",customresource_kind="Queue",namespace="aws",name="orders"';
const object = (metric: string, labels = '') => `aws_object_${metric}{${QUEUE}${labels && `,${labels}`}}`;
/** The same for five hours. */
const still = (value: number) => `${value}x300`;
const growing = (by: number) => `0+${by}x300`;

const burns = (failed: string, all: string, budgets: { readonly fast: number; readonly slow: number }) => ({
  Fast: {
    after: '1h',
    fires: { [failed]: growing(budgets.fast), [all]: growing(10_000) },
    quiet: { [failed]: growing(budgets.slow), [all]: growing(10_000) },
  },
  Slow: {
    after: '2h',
    fires: { [failed]: growing(budgets.slow), [all]: growing(10_000) },
    quiet: { [failed]: growing(Math.floor(budgets.slow / 4)), [all]: growing(10_000) },
  },
});
const api = burns('apiserver_request_total{verb="GET",code="500"}', 'apiserver_request_total{verb="GET",code="200"}', {
  fast: 300,
  slow: 40,
});
const secrets = burns('externalsecret_sync_calls_error{name="a"}', 'externalsecret_sync_calls_total{name="a"}', {
  fast: 3_000,
  slow: 400,
});

/** For every alert, what makes it fire, and what is like it and does not. */
export const ALERT_CASES: Readonly<Record<string, AlertCase>> = {
  ArgoCdDegraded: {
    after: '20m',
    fires: { 'argocd_app_info{name="data",project="data",health_status="Degraded"}': still(1) },
    quiet: { 'argocd_app_info{name="data",project="data",health_status="Progressing"}': still(1) },
  },
  ArgoCdGitUnreachable: {
    after: '40m',
    fires: { 'argocd_git_fetch_fail_total{repo="https://github.com/company/platform"}': growing(1) },
    quiet: { 'argocd_git_fetch_fail_total{repo="https://github.com/company/platform"}': still(7) },
  },
  ArgoCdOutOfSync: {
    after: '70m',
    fires: {
      'argocd_app_info{name="network",project="network",sync_status="OutOfSync",autosync_enabled="true"}': still(1),
    },
    // production's data waits for a person
    quiet: { 'argocd_app_info{name="data",project="data",sync_status="OutOfSync",autosync_enabled="false"}': still(1) },
  },
  ArgoCdSyncFailed: {
    after: '15m',
    fires: { 'argocd_app_sync_total{name="data",project="data",phase="Failed"}': '0x10 1x20' },
    quiet: { 'argocd_app_sync_total{name="data",project="data",phase="Succeeded"}': growing(1) },
  },
  AwsObjectNotReady: {
    after: '20m',
    // as controllers say it that have no Ready yet
    fires: { [object('condition', 'type="ACK.ResourceSynced",reason=""')]: still(0) },
    quiet: {
      [object('condition', 'type="Ready",reason=""')]: still(1),
      [object('condition', 'type="ACK.ResourceSynced",reason=""')]: still(0),
    },
  },
  AwsObjectNotSynced: {
    after: '20m',
    fires: { [object('condition', 'type="Synced",reason="ReconcileError"')]: still(0) },
    quiet: { [object('condition', 'type="Synced",reason="ReconcileSuccess"')]: still(1) },
  },
  AwsObjectStuckInDeletion: {
    after: '2h',
    fires: { [object('deleted')]: still(60) },
    quiet: { [object('created')]: still(60) },
  },
  AwsObjectTerminal: {
    after: '10m',
    fires: { [object('condition', 'type="ACK.Terminal",reason=""')]: still(1) },
    quiet: { [object('condition', 'type="ACK.Recoverable",reason=""')]: still(1) },
  },
  AwsObjectWithoutStatus: {
    after: '20m',
    fires: { [object('created')]: still(60) },
    quiet: { [object('created')]: still(60), [object('condition', 'type="Ready",reason=""')]: still(0) },
  },
  CertificateExpires: {
    after: '2h',
    fires: { 'aws_object_certificate_not_after{namespace="aws",name="api"}': still(29 * 86_400) },
    quiet: { 'aws_object_certificate_not_after{namespace="aws",name="api"}': still(31 * 86_400) },
  },
  CollectorDropsTraces: {
    after: '30m',
    fires: { 'otelcol_exporter_send_failed_spans_total{pod="trace-collector-1"}': growing(5) },
    quiet: { 'otelcol_exporter_sent_spans_total{pod="trace-collector-1"}': growing(5) },
  },
  ContainerOutOfMemory: {
    after: '30m',
    fires: {
      'kube_pod_container_status_last_terminated_reason{namespace="a",pod="p",container="c",reason="OOMKilled"}':
        still(1),
      'kube_pod_container_status_restarts_total{namespace="a",pod="p",container="c"}': '0x10 1x60',
    },
    // it was long ago
    quiet: {
      'kube_pod_container_status_last_terminated_reason{namespace="a",pod="p",container="c",reason="OOMKilled"}':
        still(1),
      'kube_pod_container_status_restarts_total{namespace="a",pod="p",container="c"}': still(1),
    },
  },
  ControllerQueueOld: {
    after: '40m',
    fires: {
      'workqueue_queue_duration_seconds_bucket{namespace="ack-system",pod="p",name="queue",le="100"}': still(0),
      'workqueue_queue_duration_seconds_bucket{namespace="ack-system",pod="p",name="queue",le="1000"}': growing(5),
      'workqueue_queue_duration_seconds_bucket{namespace="ack-system",pod="p",name="queue",le="+Inf"}': growing(5),
    },
    quiet: {
      'workqueue_queue_duration_seconds_bucket{namespace="ack-system",pod="p",name="queue",le="100"}': growing(5),
      'workqueue_queue_duration_seconds_bucket{namespace="ack-system",pod="p",name="queue",le="+Inf"}': growing(5),
    },
  },
  ControllerReconcileErrors: {
    after: '60m',
    fires: {
      'controller_runtime_reconcile_errors_total{namespace="ack-system",pod="p",controller="queue"}': growing(6),
      'controller_runtime_reconcile_total{namespace="ack-system",pod="p",controller="queue",result="error"}':
        growing(10),
    },
    quiet: {
      'controller_runtime_reconcile_errors_total{namespace="ack-system",pod="p",controller="queue"}': growing(1),
      'controller_runtime_reconcile_total{namespace="ack-system",pod="p",controller="queue",result="error"}':
        growing(10),
    },
  },
  DaemonSetIncomplete: {
    after: '20m',
    fires: {
      'kube_daemonset_status_number_available{namespace="kube-system",daemonset="aws-node"}': still(2),
      'kube_daemonset_status_desired_number_scheduled{namespace="kube-system",daemonset="aws-node"}': still(3),
    },
    quiet: {
      'kube_daemonset_status_number_available{namespace="kube-system",daemonset="aws-node"}': still(3),
      'kube_daemonset_status_desired_number_scheduled{namespace="kube-system",daemonset="aws-node"}': still(3),
    },
  },
  DashboardsNotPublished: {
    after: '3h',
    fires: { 'kube_cronjob_status_last_successful_time{namespace="monitoring",cronjob="dashboards"}': still(60) },
    quiet: { 'kube_cronjob_status_last_successful_time{namespace="monitoring",cronjob="dashboards"}': '0+60x300' },
  },
  DeploymentUnavailable: {
    after: '10m',
    fires: {
      'kube_deployment_status_replicas_available{namespace="a",deployment="d"}': still(0),
      'kube_deployment_spec_replicas{namespace="a",deployment="d"}': still(2),
    },
    // switched off by a person
    quiet: {
      'kube_deployment_status_replicas_available{namespace="a",deployment="d"}': still(0),
      'kube_deployment_spec_replicas{namespace="a",deployment="d"}': still(0),
    },
  },
  ExternalSecretNotReady: {
    after: '20m',
    fires: { 'externalsecret_status_condition{namespace="aws",name="a",condition="Ready",status="False"}': still(1) },
    quiet: { 'externalsecret_status_condition{namespace="aws",name="a",condition="Ready",status="True"}': still(1) },
  },
  JobFailed: {
    after: '10m',
    fires: { 'kube_job_failed{namespace="a",job_name="j",condition="true"}': still(1) },
    quiet: { 'kube_job_failed{namespace="a",job_name="j",condition="false"}': still(1) },
  },
  KarpenterCannotLaunch: {
    after: '40m',
    fires: {
      'karpenter_cloudprovider_errors_total{controller="nodeclaim.lifecycle",method="Create",error="InsufficientCapacityError"}':
        growing(1),
    },
    // it asks whether a node has gone, and it has
    quiet: {
      'karpenter_cloudprovider_errors_total{controller="nodeclaim.lifecycle",method="Get",error="NodeClaimNotFoundError"}':
        growing(1),
    },
  },
  KarpenterNodePoolFull: {
    after: '20m',
    fires: {
      'karpenter_nodepools_usage{nodepool="general",resource_type="cpu"}': still(95),
      'karpenter_nodepools_limit{nodepool="general",resource_type="cpu"}': still(100),
    },
    // it has no limit
    quiet: {
      'karpenter_nodepools_usage{nodepool="general",resource_type="cpu"}': still(95),
      'karpenter_nodepools_limit{nodepool="general",resource_type="cpu"}': still(0),
    },
  },
  KarpenterPodsUnschedulable: {
    after: '20m',
    fires: { karpenter_scheduler_unschedulable_pods_count: still(3) },
    quiet: { karpenter_scheduler_unschedulable_pods_count: still(0) },
  },
  KubeletCertificateExpires: {
    after: '2h',
    fires: { 'kubelet_certificate_manager_client_ttl_seconds{node="n"}': still(86_400) },
    quiet: { 'kubelet_certificate_manager_client_ttl_seconds{node="n"}': still(3 * 86_400) },
  },
  KubernetesApiBudgetBurnsFast: api.Fast,
  KubernetesApiBudgetBurnsSlow: api.Slow,
  LogsNotDelivered: {
    after: '40m',
    fires: {
      'fluentbit_output_retries_failed_total{pod="fluent-bit-1",name="cloudwatch_logs.0"}': growing(1),
      'fluentbit_output_dropped_records_total{pod="fluent-bit-1",name="cloudwatch_logs.0"}': still(0),
    },
    quiet: {
      'fluentbit_output_retries_failed_total{pod="fluent-bit-1",name="cloudwatch_logs.0"}': still(4),
      'fluentbit_output_dropped_records_total{pod="fluent-bit-1",name="cloudwatch_logs.0"}': still(0),
    },
  },
  MetricsMissing: {
    after: '20m',
    fires: { 'up{job="kube-state-metrics"}': '1x2 stale' },
    quiet: { 'up{job="kube-state-metrics"}': still(1) },
  },
  NodeDiskFull: {
    after: '20m',
    fires: {
      'node_filesystem_avail_bytes{instance="n",mountpoint="/",fstype="xfs"}': still(5),
      'node_filesystem_size_bytes{instance="n",mountpoint="/",fstype="xfs"}': still(100),
    },
    quiet: {
      'node_filesystem_avail_bytes{instance="n",mountpoint="/run",fstype="tmpfs"}': still(5),
      'node_filesystem_size_bytes{instance="n",mountpoint="/run",fstype="tmpfs"}': still(100),
    },
  },
  NodeMemoryLow: {
    after: '20m',
    fires: {
      'node_memory_MemAvailable_bytes{instance="n"}': still(4),
      'node_memory_MemTotal_bytes{instance="n"}': still(100),
    },
    quiet: {
      'node_memory_MemAvailable_bytes{instance="n"}': still(6),
      'node_memory_MemTotal_bytes{instance="n"}': still(100),
    },
  },
  NodeNotReady: {
    after: '15m',
    fires: { 'kube_node_status_condition{node="n",condition="Ready",status="true"}': still(0) },
    quiet: { 'kube_node_status_condition{node="n",condition="Ready",status="true"}': still(1) },
  },
  NodePressure: {
    after: '10m',
    fires: { 'kube_node_status_condition{node="n",condition="DiskPressure",status="true"}': still(1) },
    quiet: { 'kube_node_status_condition{node="n",condition="DiskPressure",status="false"}': still(1) },
  },
  ObjectMetricsFailing: {
    after: '40m',
    fires: { 'kube_state_metrics_list_total{resource="*v1.Pod",result="error"}': growing(1) },
    quiet: { 'kube_state_metrics_list_total{resource="*v1.Pod",result="success"}': growing(1) },
  },
  PodsCrashLooping: {
    after: '25m',
    fires: { 'kube_pod_container_status_restarts_total{namespace="a",pod="p",container="c"}': growing(1) },
    quiet: { 'kube_pod_container_status_restarts_total{namespace="a",pod="p",container="c"}': '0x10 1x60' },
  },
  PodsPending: {
    after: '30m',
    fires: { 'kube_pod_status_phase{namespace="a",pod="p",phase="Pending"}': still(1) },
    quiet: { 'kube_pod_status_phase{namespace="a",pod="p",phase="Running"}': still(1) },
  },
  QuotaNearlyUsed: {
    after: '40m',
    fires: {
      'kube_resourcequota{namespace="jenkins",resource="pods",type="used"}': still(19),
      'kube_resourcequota{namespace="jenkins",resource="pods",type="hard"}': still(20),
    },
    // services.nodeports is 0 on purpose
    quiet: {
      'kube_resourcequota{namespace="jenkins",resource="services.nodeports",type="used"}': still(0),
      'kube_resourcequota{namespace="jenkins",resource="services.nodeports",type="hard"}': still(0),
    },
  },
  RemoteWriteBehind: {
    after: '30m',
    fires: {
      'prometheus_remote_storage_queue_highest_timestamp_seconds{pod="prom-0"}': '1000+60x60',
      'prometheus_remote_storage_queue_highest_sent_timestamp_seconds{pod="prom-0"}': still(1_000),
    },
    quiet: {
      'prometheus_remote_storage_queue_highest_timestamp_seconds{pod="prom-0"}': '1000+60x60',
      'prometheus_remote_storage_queue_highest_sent_timestamp_seconds{pod="prom-0"}': '980+60x60',
    },
  },
  RemoteWriteFailing: {
    after: '30m',
    fires: {
      'prometheus_remote_storage_samples_failed_total{pod="prom-0"}': growing(5),
      'prometheus_remote_storage_samples_total{pod="prom-0"}': growing(100),
    },
    quiet: {
      'prometheus_remote_storage_samples_failed_total{pod="prom-0"}': still(5),
      'prometheus_remote_storage_samples_total{pod="prom-0"}': growing(100),
    },
  },
  SecretsBudgetBurnsFast: secrets.Fast,
  SecretsBudgetBurnsSlow: secrets.Slow,
  StatefulSetIncomplete: {
    after: '20m',
    fires: {
      'kube_statefulset_status_replicas_ready{namespace="a",statefulset="s"}': still(0),
      'kube_statefulset_replicas{namespace="a",statefulset="s"}': still(1),
    },
    quiet: {
      'kube_statefulset_status_replicas_ready{namespace="a",statefulset="s"}': still(1),
      'kube_statefulset_replicas{namespace="a",statefulset="s"}': still(1),
    },
  },
  TargetDown: {
    after: '20m',
    fires: { 'up{job="monitoring/ack",namespace="ack-system",pod="p"}': still(0) },
    quiet: { 'up{job="monitoring/ack",namespace="ack-system",pod="p"}': still(1) },
  },
  VolumeFull: {
    after: '20m',
    fires: {
      'kubelet_volume_stats_available_bytes{namespace="jenkins",persistentvolumeclaim="home"}': still(5),
      'kubelet_volume_stats_capacity_bytes{namespace="jenkins",persistentvolumeclaim="home"}': still(100),
    },
    quiet: {
      'kubelet_volume_stats_available_bytes{namespace="jenkins",persistentvolumeclaim="home"}': still(50),
      'kubelet_volume_stats_capacity_bytes{namespace="jenkins",persistentvolumeclaim="home"}': still(100),
    },
  },
  WebhookFailing: {
    after: '20m',
    fires: {
      'apiserver_admission_webhook_rejection_count{name="validate.kro.run",operation="CREATE",error_type="calling_webhook_error"}':
        growing(1),
    },
    // it said no, which is what it is for
    quiet: {
      'apiserver_admission_webhook_rejection_count{name="validate.kro.run",operation="CREATE",error_type="no_error"}':
        growing(1),
    },
  },
  WebhookSkipped: {
    after: '40m',
    fires: { 'apiserver_admission_webhook_fail_open_count{name="m",type="admit"}': growing(1) },
    quiet: { 'apiserver_admission_webhook_fail_open_count{name="m",type="admit"}': still(3) },
  },
  JenkinsAgentsPending: {
    after: '30m',
    fires: { 'kube_pod_status_phase{namespace="jenkins-checks",phase="Pending",pod="a"}': still(1) },
    quiet: { 'kube_pod_status_phase{namespace="jenkins-agents",phase="Running",pod="a"}': still(1) },
  },
  JenkinsBuildsStuck: {
    after: '30m',
    fires: { 'jenkins_queue_stuck_value{namespace="jenkins"}': still(2) },
    quiet: { 'jenkins_queue_stuck_value{namespace="jenkins"}': still(0) },
  },
  JenkinsDown: {
    after: '20m',
    fires: { 'default_jenkins_up{namespace="jenkins"}': still(0) },
    quiet: { 'default_jenkins_up{namespace="jenkins"}': still(1) },
  },
  JenkinsMemoryShort: {
    after: '1h',
    fires: { 'vm_memory_heap_usage{namespace="jenkins"}': still(0.95) },
    quiet: { 'vm_memory_heap_usage{namespace="jenkins"}': still(0.85) },
  },
  JenkinsPlatformCheckFails: {
    after: '2h',
    fires: {
      'default_jenkins_builds_last_build_result_ordinal{namespace="jenkins",jenkins_job="checks/platform-check/main"}':
        still(2),
    },
    quiet: {
      'default_jenkins_builds_last_build_result_ordinal{namespace="jenkins",jenkins_job="checks/platform-check/main"}':
        still(0),
    },
  },
  JenkinsPluginsFailed: {
    after: '30m',
    fires: { 'jenkins_plugins_failed{namespace="jenkins"}': still(1) },
    quiet: { 'jenkins_plugins_failed{namespace="jenkins"}': still(0) },
  },
};
