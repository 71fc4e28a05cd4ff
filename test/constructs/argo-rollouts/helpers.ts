import type { PlatformChart } from '../../../charts/platform-chart';
import { PrometheusWorkspace } from '../../../constructs/amp/workspace';
import { SuccessRate, type SuccessRateProps } from '../../../constructs/argo-rollouts/analysis-template';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';

const workspace = (scope: PlatformChart) =>
  new PrometheusWorkspace(scope, 'metrics', { logGroup: new LogGroup(scope, 'metrics-logs', { retentionDays: 14 }) });

/** An analysis of `web`, with its workspace. */
export const successRate = (scope: PlatformChart, change: Partial<SuccessRateProps> = {}) =>
  new SuccessRate(scope, 'web-success-rate', {
    workspace: workspace(scope),
    workload: { namespace: 'shop', name: 'web' },
    percent: 99.5,
    ...change,
  });
