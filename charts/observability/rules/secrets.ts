import type { AlertingRule, Rule } from '../../../constructs/amp/rule-groups-namespace';
import { slo } from './slo';

/** https://external-secrets.io/latest/api/metrics/ */
export const secrets: readonly Rule[] = [
  {
    alert: 'ExternalSecretNotReady',
    expr: 'max by (namespace, name) (externalsecret_status_condition{condition="Ready",status="False"}) == 1',
    for: '15m',
    severity: 'warning',
    summary: 'The Secret of {{ $labels.namespace }}/{{ $labels.name }} is not brought up to date',
    description: 'It keeps its last value. One that was never there keeps Pods from starting.',
  } satisfies AlertingRule,
  ...slo({
    name: 'Secrets',
    metric: 'secrets',
    objective: 0.99,
    failures: (window) =>
      `sum(rate(externalsecret_sync_calls_error[${window}])) / sum(rate(externalsecret_sync_calls_total[${window}]))`,
    summary: 'Too many reads of Secrets Manager fail: the promise is 99 % in 30 days',
    description: 'A rotation that happens now does not reach the Pods.',
  }),
];
