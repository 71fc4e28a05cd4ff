import type { AlertingRule } from '../../../constructs/amp/rule-groups-namespace';

/**
 * Of the plugins prometheus (`default_jenkins_…`) and metrics (`jenkins_…`, `vm_…`):
 * https://github.com/jenkinsci/prometheus-plugin/blob/860.v532442b_44e9a_/docs/metrics/index.md
 */
export const jenkins: readonly AlertingRule[] = [
  {
    alert: 'JenkinsDown',
    expr: 'absent(default_jenkins_up{namespace="jenkins"} == 1)',
    // a start with its plugins takes up to five
    for: '10m',
    severity: 'critical',
    summary: 'Jenkins has not answered for ten minutes',
    description: 'Nothing is built and no change is checked. What runs in the cluster does not need it.',
  },
  {
    alert: 'JenkinsPluginsFailed',
    expr: 'max(jenkins_plugins_failed{namespace="jenkins"}) > 0',
    for: '5m',
    severity: 'warning',
    summary: '{{ $value }} plugins of Jenkins did not start',
    description: 'What they bring is missing: steps, credentials, or the sign-in.',
  },
  {
    alert: 'JenkinsBuildsStuck',
    expr: 'max(jenkins_queue_stuck_value{namespace="jenkins"}) > 0',
    for: '15m',
    severity: 'warning',
    summary: '{{ $value }} builds wait for an agent that does not come',
    description: 'No template has their label, the limit of Pods is reached, or Kubernetes does not take the Pods.',
  },
  {
    alert: 'JenkinsAgentsPending',
    expr: 'sum(kube_pod_status_phase{namespace=~"jenkins-(agents|checks)",phase="Pending"}) > 0',
    for: '15m',
    severity: 'warning',
    summary: '{{ $value }} agents of Jenkins do not start',
    description: 'Their builds wait, and fail after ten minutes each.',
  },
  {
    alert: 'JenkinsPlatformCheckFails',
    expr: 'max(default_jenkins_builds_last_build_result_ordinal{namespace="jenkins",jenkins_job="checks/platform-check/main"}) >= 1',
    for: '1h',
    severity: 'warning',
    summary: 'The main branch of the platform has not passed its check for an hour',
    description: 'Argo CD syncs what is merged all the same.',
  },
  {
    alert: 'JenkinsMemoryShort',
    expr: 'max(vm_memory_heap_usage{namespace="jenkins"}) > 0.9',
    for: '30m',
    severity: 'warning',
    summary: 'Jenkins has used more than nine tenths of its memory for half an hour',
    description: 'It becomes slow, and ends itself when there is none left; builds go on when it is back.',
  },
];
