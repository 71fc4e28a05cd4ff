/** When AWS stops supporting a runtime that functions in .zip archives may have. */
export interface LambdaRuntime {
  /**
   * The day of the deprecation, `YYYY-MM-DD`: from then on AWS no longer mends it, and some months later refuses it.
   */
  readonly until: string;
}

/**
 * The day as of which a runtime is supported or not: with a clock, what was synthesized today would be refused
 * tomorrow.
 */
export const RUNTIMES_AS_OF = '2026-11-22';

/**
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, checked with cfn-lint's copy of 2026-06-02
 * (https://github.com/aws-cloudformation/cfn-lint/blob/main/src/cfnlint/data/AdditionalSpecs/LmbdRuntimeLifecycle.json);
 * Java on Amazon Linux 2023 came after it:
 * https://aws.amazon.com/about-aws/whats-new/2026/07/aws-lambda-java-amazon-linux/
 */
export const lambdaRuntimes = {
  dotnet10: { until: '2028-11-14' },
  dotnet8: { until: '2026-11-10' },
  java11: { until: '2027-06-30' },
  'java11.al2023': { until: '2029-06-30' },
  java17: { until: '2027-06-30' },
  'java17.al2023': { until: '2029-06-30' },
  java21: { until: '2029-06-30' },
  java25: { until: '2029-06-30' },
  'java8.al2': { until: '2027-06-30' },
  'java8.al2023': { until: '2029-06-30' },
  'nodejs18.x': { until: '2025-09-01' },
  'nodejs20.x': { until: '2026-04-30' },
  'nodejs22.x': { until: '2027-04-30' },
  'nodejs24.x': { until: '2028-04-30' },
  'provided.al2': { until: '2026-07-31' },
  'provided.al2023': { until: '2029-06-30' },
  'python3.10': { until: '2026-10-31' },
  'python3.11': { until: '2027-06-30' },
  'python3.12': { until: '2028-10-31' },
  'python3.13': { until: '2029-06-30' },
  'python3.14': { until: '2029-06-30' },
  'python3.9': { until: '2025-12-15' },
  'ruby3.2': { until: '2026-03-31' },
  'ruby3.3': { until: '2027-03-31' },
  'ruby3.4': { until: '2028-03-31' },
  'ruby4.0': { until: '2029-03-31' },
} satisfies Record<string, LambdaRuntime>;

export type LambdaRuntimeName = keyof typeof lambdaRuntimes;
