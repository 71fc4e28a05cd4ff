import type { PlatformChart } from '../../../charts/platform-chart';
import { PrometheusWorkspace } from '../../../constructs/amp/workspace';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';

/** A workspace with its log group. */
export const workspace = (scope: PlatformChart, id = 'platform', scrapeIntervalSeconds = 30) =>
  new PrometheusWorkspace(scope, id, {
    scrapeIntervalSeconds,
    logGroup: new LogGroup(scope, `${id.trim().slice(0, 9)}-logs`, {
      retentionDays: 7,
      awsPrefix: '/aws/vendedlogs/',
    }),
  });
