import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import type { PlatformChart } from '../../../constructs/core/platform-chart';

/** Where Pods on Fargate log. */
export const logGroup = (scope: PlatformChart) =>
  new LogGroup(scope, 'pods', { awsPrefix: '/aws/eks/production-eks-cluster/', retentionDays: 30 });
