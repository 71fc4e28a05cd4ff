import type { Construct } from 'constructs';
import * as securityhub from '../../imports/securityhub.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/**
 * Behind the account of their ARNs: https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html
 */
const STANDARDS = {
  'AWS Foundational Security Best Practices': 'aws-foundational-security-best-practices/v/1.0.0',
  'CIS AWS Foundations Benchmark': 'cis-aws-foundations-benchmark/v/5.0.0',
} as const;

export interface SecurityStandardProps {
  readonly standard: keyof typeof STANDARDS;
}

/**
 * A standard by which Security Hub judges the account. AWS takes it once Security Hub is on; until then the provider
 * retries.
 */
export class SecurityStandard extends AwsObject {
  constructor(scope: Construct, id: string, { standard }: SecurityStandardProps) {
    super(scope, id);
    const { region } = this.landing;
    new securityhub.StandardsSubscription(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region,
          standardsArn: `arn:${this.partition}:securityhub:${region}::standards/${STANDARDS[standard]}`,
        },
      },
    });
  }
}
