import type { AlertingRule } from '../../../constructs/amp/rule-groups-namespace';

/** https://karpenter.sh/docs/reference/metrics/ */
export const karpenter: readonly AlertingRule[] = [
  {
    alert: 'KarpenterCannotLaunch',
    expr: 'sum by (controller, method, error) (increase(karpenter_cloudprovider_errors_total{error!="NodeClaimNotFoundError"}[15m])) > 5',
    for: '15m',
    severity: 'warning',
    summary: 'AWS refuses what Karpenter asks ({{ $labels.method }}: {{ $labels.error }})',
    description: 'Nodes that are needed do not come, or such that are not needed stay.',
  },
  {
    alert: 'KarpenterPodsUnschedulable',
    expr: 'max(karpenter_scheduler_unschedulable_pods_count) > 0',
    for: '15m',
    severity: 'warning',
    summary: 'Karpenter has no node for {{ $value }} Pods',
    description: 'No NodePool may start what they ask for.',
  },
  {
    alert: 'KarpenterNodePoolFull',
    expr: 'max by (nodepool, resource_type) (karpenter_nodepools_usage) / max by (nodepool, resource_type) (karpenter_nodepools_limit > 0) > 0.9',
    for: '15m',
    severity: 'warning',
    summary: 'The NodePool {{ $labels.nodepool }} has used nine tenths of its {{ $labels.resource_type }}',
    description: 'At its limit it starts no more nodes, and Pods wait.',
  },
];
