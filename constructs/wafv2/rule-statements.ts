import type { WebAclSpecRulesStatement } from '../../imports/wafv2.services.k8s.aws';

/**
 * AWS's managed rule groups that the platform uses, with the capacity units that AWS publishes for them:
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-use-case.html
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-ip-rep.html
 */
const MANAGED_RULE_GROUPS = {
  AWSManagedRulesAmazonIpReputationList: 25,
  AWSManagedRulesCommonRuleSet: 700,
  AWSManagedRulesKnownBadInputsRuleSet: 200,
  AWSManagedRulesSQLiRuleSet: 200,
} as const;

export type ManagedRuleGroup = keyof typeof MANAGED_RULE_GROUPS;

/** A statement and the capacity units that it takes. */
export interface WafStatement {
  readonly statement: WebAclSpecRulesStatement;
  readonly capacity: number;
}

/** In the version that AWS has as its default, so that new protections arrive by themselves. */
export function managedStatement(name: ManagedRuleGroup): WafStatement {
  return {
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
    capacity: MANAGED_RULE_GROUPS[name],
  };
}

/** Capacity: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-regex-match.html */
export function pathStatement(regex: string): WafStatement {
  const textTransformations = ['URL_DECODE', 'LOWERCASE'].map((type, priority) => ({ priority, type }));
  return {
    statement: { regexMatchStatement: { fieldToMatch: { uriPath: {} }, regexString: regex, textTransformations } },
    capacity: 3 + 10 * textTransformations.length,
  };
}

/** Capacity: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html */
export function rateStatement(requests: number, windowSeconds: number): WafStatement {
  return {
    statement: {
      rateBasedStatement: { aggregateKeyType: 'IP', limit: requests, evaluationWindowSec: windowSeconds },
    },
    capacity: 2,
  };
}
