import type { Rule } from '../../../constructs/amp/rule-groups-namespace';
import { slo } from './slo';

/** Long ones are watches and logs, which end in errors by nature. */
const REQUESTS = 'apiserver_request_total{verb!~"WATCH|CONNECT"';

/** https://kubernetes.io/docs/reference/instrumentation/metrics/ */
export const kubernetesApi: readonly Rule[] = [
  ...slo({
    name: 'KubernetesApi',
    metric: 'kubernetes_api',
    objective: 0.999,
    failures: (window) => `sum(rate(${REQUESTS},code=~"5.."}[${window}])) / sum(rate(${REQUESTS}}[${window}]))`,
    summary: 'The API servers fail too often: the promise is 99.9 % in 30 days',
    description: 'Controllers, Argo CD and people get errors. What runs goes on running.',
  }),
  {
    alert: 'WebhookFailing',
    expr: 'sum by (name, operation) (increase(apiserver_admission_webhook_rejection_count{error_type=~"calling_webhook_error|apiserver_internal_error"}[10m])) > 0',
    for: '5m',
    severity: 'critical',
    summary:
      'The webhook {{ $labels.name }} does not answer, so that every {{ $labels.operation }} that it is asked about is refused',
    description: 'Objects of its kinds can be neither made nor changed.',
  },
  {
    alert: 'WebhookSkipped',
    expr: 'sum by (name, type) (increase(apiserver_admission_webhook_fail_open_count[15m])) > 0',
    for: '15m',
    severity: 'warning',
    summary: 'Objects get in without the webhook {{ $labels.name }}, which does not answer',
    description: 'What it would have refused or changed it has not.',
  },
];
