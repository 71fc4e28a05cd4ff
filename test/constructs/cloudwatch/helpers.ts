import type { PlatformChart } from '../../../charts/platform-chart';
import { type Metric, MetricAlarm } from '../../../constructs/cloudwatch/metric-alarm';

/** How long the oldest message has waited. */
export const age: Metric = {
  namespace: 'AWS/SQS',
  name: 'ApproximateAgeOfOldestMessage',
  dimensions: { QueueName: 'orders' },
  statistic: 'Maximum',
};

/** An alarm for orders that wait longer than 15 minutes. */
export const alarm = (scope: PlatformChart, change: object = {}, id = 'late-orders') =>
  new MetricAlarm(scope, id, { description: 'Orders wait', source: age, threshold: 900, ...change });
