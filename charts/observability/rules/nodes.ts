import type { AlertingRule } from '../../../constructs/amp/rule-groups-namespace';

/** Of kube-state-metrics and of the node exporter. */
export const nodes: readonly AlertingRule[] = [
  {
    alert: 'NodeNotReady',
    expr: 'max by (node) (kube_node_status_condition{condition="Ready",status="true"}) == 0',
    for: '10m',
    severity: 'warning',
    summary: 'Node {{ $labels.node }} is not ready',
    description: 'Its Pods are started elsewhere five minutes after it has gone, if there is room.',
  },
  {
    alert: 'NodePressure',
    expr: 'max by (node, condition) (kube_node_status_condition{condition=~"DiskPressure|MemoryPressure|PIDPressure",status="true"}) == 1',
    for: '5m',
    severity: 'warning',
    summary: 'Node {{ $labels.node }} has {{ $labels.condition }}',
    description: 'The kubelet takes no new Pods, and sends away those that are there.',
  },
  {
    alert: 'NodeDiskFull',
    expr: 'min by (instance, mountpoint) (node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes{fstype!~"tmpfs|overlay|squashfs"}) < 0.1',
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.mountpoint }} of {{ $labels.instance }} has less than a tenth left',
    description: 'When it is full, no image can be pulled and no log written there.',
  },
  {
    alert: 'NodeMemoryLow',
    expr: 'min by (instance) (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) < 0.05',
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.instance }} has less than a twentieth of its memory left',
    description: 'The kernel will end the process that has the most beyond its request.',
  },
];
