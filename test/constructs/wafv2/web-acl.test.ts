import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { WebAcl, type WebAclRule } from '../../../constructs/wafv2/web-acl';
import { chart, manifests } from '../scope';

const rate: WebAclRule = { name: 'rate', rate: { requests: 100, window: Duration.minutes(5) } };
const acl = (scope: PlatformChart, change: object = {}) =>
  new WebAcl(scope, 'acl', {
    description: 'A firewall',
    scope: 'REGIONAL',
    rules: [rate],
    logRetentionDays: 7,
    ...change,
  });

describe('WebAcl', () => {
  test('GIVEN rules in order WHEN an ACL is made THEN that is their priority, and rule groups are overridden where rules act', () => {
    const scope = chart();
    acl(scope, {
      rules: [
        rate,
        { name: 'common', managedRuleGroup: 'AWSManagedRulesCommonRuleSet' },
        { name: 'trial', managedRuleGroup: 'AWSManagedRulesSQLiRuleSet', action: 'count' },
        { name: 'paths', pathRegex: '/admin', action: 'count' },
      ],
    });
    const rules = manifests(scope)['acl']!.spec['rules'] as Record<string, unknown>[];
    expect(rules.map(({ name, priority }) => [name, priority])).toEqual([
      ['rate', 0],
      ['common', 1],
      ['trial', 2],
      ['paths', 3],
    ]);
    expect(rules.map(({ action, overrideAction }) => action ?? overrideAction)).toEqual([
      { block: {} },
      { none: {} },
      { count: {} },
      { count: {} },
    ]);
    expect(rules[0]!['statement']).toEqual({
      rateBasedStatement: { aggregateKeyType: 'IP', evaluationWindowSec: 300, limit: 100 },
    });
    expect(rules[1]!['statement']).toEqual({
      managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesCommonRuleSet' },
    });
    expect(rules[3]!['statement']).toMatchObject({ regexMatchStatement: { fieldToMatch: { uriPath: {} } } });
    for (const { name, visibilityConfig } of rules)
      expect(visibilityConfig).toEqual({
        cloudWatchMetricsEnabled: true,
        metricName: name,
        sampledRequestsEnabled: true,
      });
  });

  test('GIVEN the scope CLOUDFRONT WHEN an ACL is made away from us-east-1 THEN it and its log group are there, with the key of there', () => {
    const scope = chart({ region: 'us-west-2', drRegion: 'us-east-1', namePrefix: 'staging-' });
    acl(scope, { scope: 'CLOUDFRONT', region: 'us-east-1' });
    const { metadata, spec } = manifests(scope)['acl']!;
    expect(metadata.annotations!['services.k8s.aws/region']).toBe('us-east-1');
    expect(spec['name']).toBe('staging-acl');
    expect(spec['loggingConfiguration']).toMatchObject({
      logDestinationConfigs: ['arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-staging-acl'],
      redactedFields: [{ singleHeader: { name: 'authorization' } }, { singleHeader: { name: 'cookie' } }],
    });
  });

  test('GIVEN an ACL WHEN its ARN is asked for THEN it is late, as AWS puts an id into it', () => {
    expect(acl(chart()).arn).not.toMatch(/^arn:/);
  });

  const where = 'production/test/chart';
  const many = Array.from({ length: 220 }, (_, index): WebAclRule => ({ name: `p${index}`, pathRegex: '/a' }));
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a CLOUDFRONT ACL outside us-east-1',
      (scope) => acl(scope, { scope: 'CLOUDFRONT', region: 'us-west-2' }),
      `${where}/acl: region is us-west-2, only us-east-1 is allowed for the scope CLOUDFRONT`,
    ],
    [
      'a CLOUDFRONT ACL in a home region that is another',
      () => acl(chart({ region: 'eu-west-1' }), { scope: 'CLOUDFRONT' }),
      `${where}/acl: region is eu-west-1, only us-east-1 is allowed for the scope CLOUDFRONT`,
    ],
    [
      'rules of more than 5,000 capacity units',
      (scope) => acl(scope, { rules: many }),
      `${where}/acl: the rules take 5060 capacity units, at most 5000 are allowed`,
    ],
    [
      'two rules of one name',
      (scope) => acl(scope, { rules: [rate, rate] }),
      `${where}/acl: rules.rate: the name stands twice`,
    ],
    [
      'a rule name with a blank',
      (scope) => acl(scope, { rules: [{ ...rate, name: 'a b' }] }),
      `${where}/acl: rules.a b: name 'a b' (3 characters) is not allowed, only 1 to 128 letters`,
    ],
    [
      'a rate of 9 requests',
      (scope) => acl(scope, { rules: [{ name: 'r', rate: { requests: 9, window: Duration.minutes(5) } }] }),
      `${where}/acl: rules.r: rate.requests is 9, a whole number from 10 to 2000000000 is allowed`,
    ],
    [
      'a rate over 3 minutes',
      (scope) => acl(scope, { rules: [{ name: 'r', rate: { requests: 10, window: Duration.minutes(3) } }] }),
      `${where}/acl: rules.r: rate.window is 180 s, allowed are 60, 120, 300, 600 s`,
    ],
    [
      'a path expression of 513 characters',
      (scope) => acl(scope, { rules: [{ name: 'r', pathRegex: 'a'.repeat(513) }] }),
      `${where}/acl: rules.r: pathRegex has 513 characters, at most 512 are allowed`,
    ],
    [
      'an ACL description with an umlaut',
      (scope) => acl(scope, { description: 'Schützt' }),
      `${where}/acl: description 'Schützt' (7 characters) is not allowed, only 3 to 256 letters`,
    ],
    [
      'a retention that AWS does not have',
      (scope) => acl(scope, { logRetentionDays: 10 }),
      `${where}/acl/acl: retentionDays is 10, allowed are 1, 3, 5, 7, 14`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
