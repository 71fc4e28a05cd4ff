import type { AlertingRule } from '../../../constructs/amp/rule-groups-namespace';

/**
 * Of everything that is built on controller-runtime: ACK, Crossplane, kro, External Secrets, Karpenter.
 * https://book.kubebuilder.io/reference/metrics-reference
 */
export const controllers: readonly AlertingRule[] = [
  {
    alert: 'ControllerReconcileErrors',
    expr: 'sum by (namespace, pod, controller) (rate(controller_runtime_reconcile_errors_total[15m])) / sum by (namespace, pod, controller) (rate(controller_runtime_reconcile_total[15m])) > 0.5',
    for: '30m',
    severity: 'warning',
    summary: 'Half of what {{ $labels.controller }} in {{ $labels.namespace }} does fails',
    description:
      'One object that cannot be made is not that much: its AWS service refuses it, or its role lacks a right.',
  },
  {
    alert: 'ControllerQueueOld',
    expr: 'histogram_quantile(0.99, sum by (namespace, pod, name, le) (rate(workqueue_queue_duration_seconds_bucket[15m]))) > 300',
    for: '15m',
    severity: 'warning',
    summary: 'Changes wait more than five minutes for {{ $labels.name }} in {{ $labels.namespace }}',
    description: 'It has more to do than it can: AWS throttles it, or it has too little processor time.',
  },
];
