import { CLOUDFRONT_REGION } from '@aws-platform/engine/aws';
import { Duration } from 'cdk8s';
import { WebAcl, type WebAclRule } from '../../constructs/wafv2/web-acl';
import { PlatformChart } from '../platform-chart';

/** The platform's firewalls: the same rules in front of load balancers and in front of CloudFront. */
export class Wafv2 extends PlatformChart {
  readonly regional = new WebAcl(this, 'platform-regional', {
    description: 'Protects the load balancers of the platform',
    scope: 'REGIONAL',
    ...this.protection(),
  });

  readonly cloudFront = new WebAcl(this, 'platform-cloudfront', {
    description: 'Protects the distributions of the platform',
    scope: 'CLOUDFRONT',
    region: CLOUDFRONT_REGION,
    ...this.protection(),
  });

  private protection(): { readonly rules: readonly WebAclRule[]; readonly logRetentionDays: number } {
    const { requestsPerFiveMinutes, logRetentionDays } = this.environment.security.waf;
    return {
      logRetentionDays,
      rules: [
        { name: 'rate-limit', rate: { requests: requestsPerFiveMinutes, window: Duration.minutes(5) } },
        { name: 'ip-reputation', managedRuleGroup: 'AWSManagedRulesAmazonIpReputationList' },
        // nothing of the platform serves hidden files or management endpoints to the internet
        { name: 'private-paths', pathRegex: '/(\\.(env|git|svn|aws|ssh)|actuator|wp-admin|phpmyadmin)(/|$)' },
        { name: 'common', managedRuleGroup: 'AWSManagedRulesCommonRuleSet' },
        { name: 'known-bad-inputs', managedRuleGroup: 'AWSManagedRulesKnownBadInputsRuleSet' },
        { name: 'sql-injection', managedRuleGroup: 'AWSManagedRulesSQLiRuleSet' },
      ],
    };
  }
}
