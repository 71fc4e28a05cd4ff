import type { PlatformChart } from '../../../charts/platform-chart';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';

/** Where Pods on Fargate log. */
export const logGroup = (scope: PlatformChart) =>
  new LogGroup(scope, 'pods', { awsPrefix: '/aws/eks/production-eks-cluster/', retentionDays: 30 });
