import type { PodMonitorProps } from './pod-monitor';

/**
 * How Prometheus reaches the metrics of a program: by a monitor of the program's Pods, by one that its own Helm chart
 * makes, or not at all, for a reason.
 */
export type MetricsAccess = MonitoredPods | 'by its own chart' | { readonly unwatched: true; readonly because: string };

/** Ports as the program's chart has them, at the version that is installed. */
export interface MonitoredPods extends Omit<PodMonitorProps, 'namespace'> {
  /** Of the monitor; releases of one namespace that share it are asked alike. @default the release's id */
  readonly monitor?: string;
}
