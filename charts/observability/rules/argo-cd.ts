import type { AlertingRule } from '../../../constructs/amp/rule-groups-namespace';

/** https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/metrics/ */
export const argoCd: readonly AlertingRule[] = [
  {
    alert: 'ArgoCdSyncFailed',
    expr: 'sum by (name, project) (increase(argocd_app_sync_total{phase=~"Error|Failed"}[15m])) > 0',
    for: '0s',
    severity: 'warning',
    summary: 'A sync of {{ $labels.name }} has failed',
    description: 'What is in git is not, or only in part, in the cluster.',
  },
  {
    alert: 'ArgoCdDegraded',
    expr: 'max by (name, project) (argocd_app_info{health_status=~"Degraded|Missing"}) == 1',
    for: '15m',
    severity: 'critical',
    summary: 'The application {{ $labels.name }} does not work',
    description: 'Objects of it have failed, or are not there.',
  },
  {
    alert: 'ArgoCdOutOfSync',
    // others wait for a person on purpose
    expr: 'max by (name, project) (argocd_app_info{sync_status!="Synced",autosync_enabled="true"}) == 1',
    for: '1h',
    severity: 'warning',
    summary: '{{ $labels.name }} has differed from git for an hour',
    description:
      'It syncs by itself, and does not get there: something undoes what it does, or an object has to go by hand.',
  },
  {
    alert: 'ArgoCdGitUnreachable',
    expr: 'sum by (repo) (increase(argocd_git_fetch_fail_total[15m])) > 3',
    for: '15m',
    severity: 'warning',
    summary: 'Argo CD cannot read {{ $labels.repo }}',
    description: 'Changes do not arrive. What is in the cluster stays as it is.',
  },
];
