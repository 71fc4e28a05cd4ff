import type { Statement } from '../core/policy-document';

/**
 * Lets a program send traces, and ask which requests to trace:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
 */
export function traceStatement(sid: string): Statement {
  return {
    sid,
    actions: [
      'xray:GetSamplingRules',
      'xray:GetSamplingStatisticSummaries',
      'xray:GetSamplingTargets',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ],
    everyResource: { because: 'IAM knows no resource of these actions' },
  };
}
