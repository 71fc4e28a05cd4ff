import { PrometheusWorkspace } from '../../../constructs/amp/workspace';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import type { PlatformChart } from '../../../constructs/core/platform-chart';

/** A workspace with its log group. */
export const workspace = (scope: PlatformChart, id = 'platform') =>
  new PrometheusWorkspace(scope, id, {
    logGroup: new LogGroup(scope, `${id.trim().slice(0, 9)}-logs`, {
      retentionDays: 7,
      awsPrefix: '/aws/vendedlogs/',
    }),
  });
