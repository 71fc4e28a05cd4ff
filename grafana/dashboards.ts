import type { DashboardProps, PanelProps, Search } from './panels';

const promql = (query: string, legend?: string) => [{ promql: query, ...(legend && { legend }) }];
const search = (namespace: string, dimensions: string, metric: string, statistic: Search['statistic']) => [
  { namespace, dimensions: dimensions.split(' '), metric, statistic },
];
const NEW = '$__rate_interval';

const number = (title: string, description: string, query: string, badFrom?: number): PanelProps => ({
  title,
  description,
  queries: promql(query),
  shows: 'number',
  width: 6,
  ...(badFrom !== undefined && { badFrom }),
});

/** Every dashboard, in the order in which one looks at them. */
export const DASHBOARDS: readonly DashboardProps[] = [
  {
    uid: 'platform-overview',
    title: 'Platform overview',
    description: 'Is anything wrong, and where?',
    rows: {
      'At a glance': [
        number('Alerts that fire', 'Zero is the goal', 'count(ALERTS{alertstate="firing"}) or vector(0)', 1),
        number(
          'Nodes that are not ready',
          'Each is looked at',
          'count(kube_node_status_condition{condition="Ready",status="true"} == 0) or vector(0)',
          1,
        ),
        number(
          'Pods that wait',
          'For twenty minutes and more is an alert',
          'sum(kube_pod_status_phase{phase="Pending"})',
          10,
        ),
        number('Targets that do not answer', 'Nobody would see them fail', 'count(up == 0) or vector(0)', 1),
      ],
      Use: [
        {
          title: 'Processors by namespace',
          description: 'Who uses them',
          queries: promql('namespace:container_cpu_usage_seconds:sum_rate5m', '{{namespace}}'),
        },
        {
          title: 'Memory by namespace',
          description: 'Who uses it; slowly rising is a leak',
          unit: 'bytes',
          queries: promql('namespace:container_memory_working_set_bytes:sum', '{{namespace}}'),
        },
        {
          title: 'Memory of nodes',
          description: 'Free share; below a twentieth is an alert',
          unit: 'percentunit',
          queries: promql('node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes', '{{instance}}'),
        },
      ],
      'Kubernetes API': [
        {
          title: 'Requests that fail',
          description: 'The promise is 0.1 % in 30 days',
          unit: 'percentunit',
          queries: promql('slo:kubernetes_api:failures_rate5m', 'failures'),
        },
        {
          title: 'Requests by code',
          description: '429 is throttled, 5xx has failed',
          unit: 'reqps',
          queries: promql(`sum by (code) (rate(apiserver_request_total[${NEW}]))`, '{{code}}'),
        },
        {
          title: 'Webhooks that do not answer',
          description: 'Objects of their kinds cannot be changed',
          queries: promql(
            `sum by (name) (rate(apiserver_admission_webhook_rejection_count{error_type!="no_error"}[${NEW}]))`,
            '{{name}}',
          ),
        },
      ],
      Controllers: [
        {
          title: 'Work that waits',
          description: 'Objects in the queues',
          queries: promql('sum by (namespace, name) (workqueue_depth)', '{{namespace}} {{name}}'),
        },
        {
          title: 'Errors',
          description: 'Of reconciliations',
          unit: 'ops',
          queries: promql(
            `sum by (namespace, controller) (rate(controller_runtime_reconcile_errors_total[${NEW}]))`,
            '{{namespace}} {{controller}}',
          ),
        },
        {
          title: 'Secrets that are out of date',
          description: 'They keep their last value',
          queries: promql(
            'sum by (namespace) (externalsecret_status_condition{condition="Ready",status="False"})',
            '{{namespace}}',
          ),
        },
      ],
      Monitoring: [
        {
          title: 'Samples sent',
          description: 'What costs',
          unit: 'cps',
          queries: promql(`sum by (pod) (rate(prometheus_remote_storage_samples_total[${NEW}]))`, '{{pod}}'),
        },
        {
          title: 'Series by job',
          description: 'Who has how many',
          queries: promql('topk(10, sum by (job) (scrape_samples_post_metric_relabeling))', '{{job}}'),
        },
        {
          title: 'Logs and traces that are lost',
          description: 'Should be nothing',
          queries: [
            ...promql(`sum(rate(fluentbit_output_retries_failed_total[${NEW}]))`, 'logs'),
            ...promql(`sum(rate({__name__=~"otelcol_exporter_send_failed_spans(_total)?"}[${NEW}]))`, 'traces'),
          ],
        },
      ],
    },
  },
  {
    uid: 'platform-aws-objects',
    title: 'AWS objects',
    description: 'What ACK and Crossplane make, and what they cannot',
    rows: {
      'At a glance': [
        number('Objects', 'All of them', 'count(aws_object_created)'),
        number(
          'Not ready',
          'For a quarter of an hour is an alert',
          'count(aws_object_condition{type="Ready"} == 0) or vector(0)',
          1,
        ),
        number(
          'Given up',
          'ACK does not try these again',
          'count(aws_object_condition{type="ACK.Terminal"} == 1) or vector(0)',
          1,
        ),
        number('Leaving', 'Deletion was asked for', 'count(aws_object_deleted) or vector(0)', 1),
      ],
      Which: [
        {
          title: 'Not ready',
          description: 'By name',
          shows: 'table',
          width: 12,
          queries: promql('min by (customresource_kind, name) (aws_object_condition{type="Ready"}) == 0'),
        },
        {
          title: 'Given up, or not synced',
          description: 'By name',
          shows: 'table',
          width: 12,
          queries: promql(
            'max by (customresource_kind, name, type) (aws_object_condition{type="ACK.Terminal"} == 1 or aws_object_condition{type="Synced"} == 0)',
          ),
        },
      ],
      Controllers: [
        {
          title: 'Not ready, by group',
          description: 'One group is its controller, all are AWS',
          width: 12,
          queries: promql(
            'count by (customresource_group) (aws_object_condition{type="Ready"} == 0)',
            '{{customresource_group}}',
          ),
        },
        {
          title: 'Calls to AWS that fail',
          description: 'Reconciliations of ACK and Crossplane with an error',
          unit: 'ops',
          width: 12,
          queries: promql(
            `sum by (controller) (rate(controller_runtime_reconcile_errors_total{namespace=~"ack-system|crossplane-system"}[${NEW}]))`,
            '{{controller}}',
          ),
        },
      ],
    },
  },
  {
    uid: 'platform-messaging',
    title: 'Messaging',
    description: 'Queues, topics, buses and functions: does anything wait or get lost?',
    rows: {
      Queues: [
        {
          title: 'Age of the oldest message',
          description: 'Older than a quarter of an hour is an alarm',
          unit: 's',
          queries: search('AWS/SQS', 'QueueName', 'ApproximateAgeOfOldestMessage', 'Maximum'),
        },
        {
          title: 'Messages that wait',
          description: 'Rising is too few consumers',
          queries: search('AWS/SQS', 'QueueName', 'ApproximateNumberOfMessagesVisible', 'Maximum'),
        },
        {
          title: 'Messages sent',
          description: 'In five minutes',
          queries: search('AWS/SQS', 'QueueName', 'NumberOfMessagesSent', 'Sum'),
        },
      ],
      'Topics and buses': [
        {
          title: 'Notifications that failed',
          description: 'Should be nothing',
          queries: search('AWS/SNS', 'TopicName', 'NumberOfNotificationsFailed', 'Sum'),
        },
        {
          title: 'Rules: invocations that failed',
          description: 'They go to the dead letters',
          queries: search('AWS/Events', 'RuleName', 'FailedInvocations', 'Sum'),
        },
        {
          title: 'Rules: events that fit',
          description: 'In five minutes',
          queries: search('AWS/Events', 'RuleName', 'MatchedEvents', 'Sum'),
        },
      ],
      Functions: [
        {
          title: 'Errors',
          description: 'In five minutes',
          queries: search('AWS/Lambda', 'FunctionName', 'Errors', 'Sum'),
        },
        {
          title: 'Throttles',
          description: 'In five minutes',
          queries: search('AWS/Lambda', 'FunctionName', 'Throttles', 'Sum'),
        },
        {
          title: 'Duration',
          description: 'The slowest hundredth',
          unit: 'ms',
          queries: search('AWS/Lambda', 'FunctionName', 'Duration', 'p99'),
        },
      ],
    },
  },
  {
    uid: 'platform-data',
    title: 'Data',
    description: 'Aurora, DynamoDB and Redis: load, delay, room',
    rows: {
      Aurora: [
        {
          title: 'Processors',
          description: 'Over 80 % is an alarm',
          unit: 'percent',
          queries: search('AWS/RDS', 'DBInstanceIdentifier', 'CPUUtilization', 'Average'),
        },
        {
          title: 'Connections',
          description: 'By instance',
          queries: search('AWS/RDS', 'DBInstanceIdentifier', 'DatabaseConnections', 'Maximum'),
        },
        {
          title: 'Delay of replicas',
          description: 'Over a second is an alarm',
          unit: 'ms',
          queries: search('AWS/RDS', 'DBInstanceIdentifier', 'AuroraReplicaLag', 'Maximum'),
        },
      ],
      DynamoDB: [
        {
          title: 'Throttled requests',
          description: 'Should be nothing',
          queries: search('AWS/DynamoDB', 'TableName Operation', 'ThrottledRequests', 'Sum'),
        },
        {
          title: 'Latency',
          description: 'By table and operation',
          unit: 'ms',
          queries: search('AWS/DynamoDB', 'TableName Operation', 'SuccessfulRequestLatency', 'Average'),
        },
        {
          title: 'Capacity read',
          description: 'What costs',
          queries: search('AWS/DynamoDB', 'TableName', 'ConsumedReadCapacityUnits', 'Sum'),
        },
      ],
      Redis: [
        {
          title: 'Processors of the engine',
          description: 'One thread does the work',
          unit: 'percent',
          queries: search('AWS/ElastiCache', 'CacheClusterId CacheNodeId', 'EngineCPUUtilization', 'Maximum'),
        },
        {
          title: 'Memory used',
          description: 'At its end keys are evicted',
          unit: 'percent',
          queries: search('AWS/ElastiCache', 'CacheClusterId CacheNodeId', 'DatabaseMemoryUsagePercentage', 'Maximum'),
        },
        {
          title: 'Evictions',
          description: 'In five minutes',
          queries: search('AWS/ElastiCache', 'CacheClusterId CacheNodeId', 'Evictions', 'Sum'),
        },
      ],
    },
  },
  {
    uid: 'platform-argo-cd',
    title: 'Argo CD',
    description: 'Is the cluster what git says?',
    rows: {
      'At a glance': [
        number('Applications', 'All of them', 'count(argocd_app_info)'),
        number(
          'Degraded',
          'For a quarter of an hour is an alert',
          'count(argocd_app_info{health_status=~"Degraded|Missing"}) or vector(0)',
          1,
        ),
        number(
          'Out of sync',
          'Those that wait for a person too',
          'count(argocd_app_info{sync_status!="Synced"}) or vector(0)',
          5,
        ),
        number(
          'Syncs that failed in a day',
          'Each is an alert',
          'sum(increase(argocd_app_sync_total{phase=~"Error|Failed"}[1d]))',
          1,
        ),
      ],
      Applications: [
        {
          title: 'Not healthy or not synced',
          description: 'By name',
          shows: 'table',
          width: 12,
          queries: promql(
            'max by (name, health_status, sync_status) (argocd_app_info{health_status!="Healthy"} or argocd_app_info{sync_status!="Synced"})',
          ),
        },
        {
          title: 'Syncs',
          description: 'By result',
          width: 12,
          queries: promql(`sum by (phase) (increase(argocd_app_sync_total[${NEW}]))`, '{{phase}}'),
        },
      ],
      Inside: [
        {
          title: 'Comparisons',
          description: 'The slowest twentieth',
          unit: 's',
          queries: promql(`histogram_quantile(0.95, sum by (le) (rate(argocd_app_reconcile_bucket[${NEW}])))`, '95 %'),
        },
        {
          title: 'Work that waits',
          description: 'Applications in the queues',
          queries: promql('sum by (name) (workqueue_depth{namespace="argocd"})', '{{name}}'),
        },
        {
          title: 'Reads of git that failed',
          description: 'Changes do not arrive',
          queries: promql(`sum by (repo) (rate(argocd_git_fetch_fail_total[${NEW}]))`, '{{repo}}'),
        },
      ],
    },
  },
  {
    uid: 'platform-jenkins',
    title: 'Jenkins',
    description: 'Do builds run, and how long do they wait?',
    rows: {
      'At a glance': [
        number(
          'Builds that wait',
          'More than ten is too few agents',
          'sum(default_jenkins_queue_size_value) or vector(0)',
          10,
        ),
        number('Stuck', 'No agent fits', 'sum(default_jenkins_queue_stuck_value) or vector(0)', 1),
        number('Executors in use', 'Of all agents', 'sum(default_jenkins_executors_busy) or vector(0)'),
        number('Agents offline', 'They cost and do nothing', 'sum(default_jenkins_nodes_offline) or vector(0)', 3),
      ],
      Builds: [
        {
          title: 'Failed',
          description: 'By job',
          width: 12,
          queries: promql(
            `sum by (jenkins_job) (increase(default_jenkins_builds_failed_build_count_total[${NEW}]))`,
            '{{jenkins_job}}',
          ),
        },
        {
          title: 'Duration of the last',
          description: 'By job',
          unit: 'ms',
          width: 12,
          queries: promql(
            'max by (jenkins_job) (default_jenkins_builds_last_build_duration_milliseconds)',
            '{{jenkins_job}}',
          ),
        },
      ],
      'Its Pods': [
        {
          title: 'Processors',
          description: 'Of the controller and of agents',
          width: 12,
          queries: promql(
            `sum by (pod) (rate(container_cpu_usage_seconds_total{namespace=~"jenkins.*",container!=""}[${NEW}]))`,
            '{{pod}}',
          ),
        },
        {
          title: 'Memory',
          description: 'Of the controller and of agents',
          unit: 'bytes',
          width: 12,
          queries: promql(
            'sum by (pod) (container_memory_working_set_bytes{namespace=~"jenkins.*",container!=""})',
            '{{pod}}',
          ),
        },
      ],
    },
  },
  {
    uid: 'platform-karpenter',
    title: 'Karpenter',
    description: 'Are there nodes for the Pods, and not too many?',
    rows: {
      'At a glance': [
        number(
          'Pods without a node',
          'No NodePool fits',
          'max(karpenter_scheduler_unschedulable_pods_count) or vector(0)',
          1,
        ),
        number('Nodes', 'That it looks after', 'max(karpenter_cluster_state_node_count)'),
        number('Started in a day', 'NodeClaims', 'sum(increase(karpenter_nodeclaims_created_total[1d]))'),
        number('Ended in a day', 'NodeClaims', 'sum(increase(karpenter_nodeclaims_terminated_total[1d]))'),
      ],
      Pools: [
        {
          title: 'Used of the limit',
          description: 'Over nine tenths is an alert',
          unit: 'percentunit',
          queries: promql(
            'max by (nodepool, resource_type) (karpenter_nodepools_usage) / max by (nodepool, resource_type) (karpenter_nodepools_limit > 0)',
            '{{nodepool}} {{resource_type}}',
          ),
        },
        {
          title: 'Started',
          description: 'By pool and reason',
          queries: promql(
            `sum by (nodepool, reason) (increase(karpenter_nodeclaims_created_total[${NEW}]))`,
            '{{nodepool}} {{reason}}',
          ),
        },
        {
          title: 'Disruptions',
          description: 'What it decided, and why',
          queries: promql(
            `sum by (decision, reason) (increase(karpenter_voluntary_disruption_decisions_total[${NEW}]))`,
            '{{decision}} {{reason}}',
          ),
        },
      ],
      AWS: [
        {
          title: 'Refusals',
          description: 'By method and error',
          width: 12,
          queries: promql(
            `sum by (method, error) (increase(karpenter_cloudprovider_errors_total[${NEW}]))`,
            '{{method}} {{error}}',
          ),
        },
        {
          title: 'Warnings of interruptions',
          description: 'By kind',
          width: 12,
          queries: promql(
            `sum by (message_type) (increase(karpenter_interruption_received_messages_total[${NEW}]))`,
            '{{message_type}}',
          ),
        },
      ],
    },
  },
  {
    uid: 'platform-cost',
    title: 'Cost',
    description: 'What AWS estimates, and what in the cluster is paid for and not used',
    rows: {
      AWS: [
        // in us-east-1 alone, a few times a day:
        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitor_estimated_charges_with_cloudwatch.html
        {
          title: 'This month so far',
          description: 'Estimated, by service',
          unit: 'currencyUSD',
          width: 12,
          queries: search('AWS/Billing', 'Currency ServiceName', 'EstimatedCharges', 'Maximum'),
        },
        {
          title: 'NodePools',
          description: "By the hour, from Karpenter's prices",
          unit: 'currencyUSD',
          width: 12,
          queries: promql('max by (nodepool) (karpenter_nodepools_cost_total)', '{{nodepool}}'),
        },
      ],
      'Paid for and not used': [
        {
          title: 'Processors asked for and idle',
          description: 'By namespace',
          queries: promql(
            'sum by (namespace) (kube_pod_container_resource_requests{resource="cpu"}) - on (namespace) namespace:container_cpu_usage_seconds:sum_rate5m',
            '{{namespace}}',
          ),
        },
        {
          title: 'Memory asked for and idle',
          description: 'By namespace',
          unit: 'bytes',
          queries: promql(
            'sum by (namespace) (kube_pod_container_resource_requests{resource="memory"}) - on (namespace) namespace:container_memory_working_set_bytes:sum',
            '{{namespace}}',
          ),
        },
        {
          title: 'Volumes: free',
          description: 'By claim',
          unit: 'bytes',
          queries: promql(
            'sum by (namespace, persistentvolumeclaim) (kubelet_volume_stats_available_bytes)',
            '{{namespace}} {{persistentvolumeclaim}}',
          ),
        },
      ],
      'What watching costs': [
        {
          title: 'Samples a second',
          description: 'Amazon Managed Service for Prometheus costs by these',
          unit: 'cps',
          width: 12,
          queries: promql(`sum(rate(prometheus_remote_storage_samples_total[${NEW}]))`, 'samples'),
        },
        {
          title: 'Logs taken in',
          description: 'By group',
          unit: 'bytes',
          width: 12,
          queries: search('AWS/Logs', 'LogGroupName', 'IncomingBytes', 'Sum'),
        },
      ],
    },
  },
];
