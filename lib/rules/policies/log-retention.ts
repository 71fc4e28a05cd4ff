import type { Rule } from '../rule';
import { brokenFieldRules } from './field-rule';

export const logRetention: Rule = {
  id: 'log-retention',
  group: 'policy',
  reason: 'Without a retention CloudWatch keeps logs, and bills them, for ever.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  check: (tree) =>
    brokenFieldRules(tree, {
      'cloudwatchlogs.services.k8s.aws/LogGroup': [{ path: 'spec.retentionDays', must: { beOneOf: DAYS } }],
      'cloudwatchlogs.aws.m.upbound.io/Group': [{ path: 'spec.forProvider.retentionInDays', must: { beOneOf: DAYS } }],
    }),
};

const DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
