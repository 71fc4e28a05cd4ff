import { LOG_RETENTION_DAYS } from '../../aws';
import type { Rule } from '../rule';
import { brokenFieldRules } from './field-rule';

export const logRetention: Rule = {
  id: 'log-retention',
  group: 'policy',
  reason: 'Without a retention CloudWatch keeps logs, and bills them, for ever.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  check: (tree) =>
    brokenFieldRules(tree, {
      'cloudwatchlogs.services.k8s.aws/LogGroup': [
        { path: 'spec.retentionDays', must: { beOneOf: LOG_RETENTION_DAYS } },
      ],
      'cloudwatchlogs.aws.m.upbound.io/Group': [
        { path: 'spec.forProvider.retentionInDays', must: { beOneOf: LOG_RETENTION_DAYS } },
      ],
    }),
};
