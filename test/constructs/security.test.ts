import { Duration } from 'cdk8s';
import { CloudControlResource } from '../../constructs/cloudcontrol/resource';
import { Trail } from '../../constructs/cloudtrail/trail';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import type { PlatformChart } from '../../constructs/core/platform-chart';
import { Detector, DetectorMember } from '../../constructs/guardduty/detector';
import { SecurityStandard } from '../../constructs/securityhub/hub';
import { ShieldProtection, ShieldProtectionGroup } from '../../constructs/shield/protection';
import { WebAcl, type WebAclRule } from '../../constructs/wafv2/web-acl';
import { loneValue, occurrencesIn } from '../../packages/engine/src/wiring/occurrences';
import { bucket, chart, manifests } from './scope';

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
});

describe('LogGroup', () => {
  test('GIVEN the DR region WHEN a log group is made THEN it has the key of that region, and is never deleted', () => {
    const scope = chart({ namePrefix: 'staging-' });
    new LogGroup(scope, 'audit', { retentionDays: 30, awsPrefix: 'aws-waf-logs-', region: 'us-west-2' });
    const { metadata, spec } = manifests(scope)['audit']!;
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
      'services.k8s.aws/region': 'us-west-2',
    });
    expect(spec).toMatchObject({ name: 'aws-waf-logs-staging-audit', retentionDays: 30, tags: { Backup: 'platform' } });
    expect(spec['kmsKeyID']).toMatch(/^arn:aws:kms:us-west-2:/);
  });
});

describe('Trail, Detector and standards', () => {
  test('GIVEN a trail WHEN it is made THEN it records every region, signed and encrypted, and the provider may not delete it', () => {
    const scope = chart();
    const { arn } = new Trail(scope, 'audit', { bucket: bucket(scope, 'records') });
    const { metadata, spec } = manifests(scope)['audit']!;
    expect(arn).toBe('arn:aws:cloudtrail:us-east-1:123456789012:trail/audit');
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'crossplane.io/external-name': 'audit',
    });
    expect(spec['managementPolicies']).toEqual(['Create', 'LateInitialize', 'Observe', 'Update']);
    expect(spec['forProvider']).toMatchObject({
      enableLogging: true,
      enableLogFileValidation: true,
      isMultiRegionTrail: true,
      s3BucketName: 'records-123456789012-us-east-1',
    });
  });

  test('GIVEN a member WHEN it is made THEN its detector is the one that AWS named after creation', () => {
    const scope = chart();
    const detector = new Detector(scope, 'detector', { features: ['S3_DATA_EVENTS'] });
    new DetectorMember(scope, 'member', { detector, account: '210987654321', email: 'a@company.com' });
    const { detector: resource, member } = manifests(scope);
    const { desiredState } = resource!.spec['forProvider'] as Record<string, string>;
    expect(JSON.parse(desiredState!)).toMatchObject({
      Enable: true,
      Features: [{ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }],
      Tags: [{ Key: 'Environment', Value: 'production' }, { Key: 'Owner' }],
    });
    expect(occurrencesIn(member!).map((one) => [one.path, loneValue(one)])).toEqual([
      ['spec.forProvider.detectorId', expect.objectContaining({ name: 'detector', path: 'status.atProvider.id' })],
    ]);
  });

  test('GIVEN an environment elsewhere WHEN a standard is subscribed to THEN its ARN is of that region', () => {
    const scope = chart({ region: 'us-gov-west-1' });
    new SecurityStandard(scope, 'cis', { standard: 'CIS AWS Foundations Benchmark' });
    expect(manifests(scope)['cis']!.spec['forProvider']).toEqual({
      region: 'us-gov-west-1',
      standardsArn: 'arn:aws-us-gov:securityhub:us-gov-west-1::standards/cis-aws-foundations-benchmark/v/5.0.0',
    });
  });
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
  const where = 'production/test/chart';
  const many = Array.from({ length: 220 }, (_, index): WebAclRule => ({ name: `p${index}`, pathRegex: '/a' }));
  const detector = (scope: PlatformChart) => new Detector(scope, 'detector', { features: [] });
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a CLOUDFRONT ACL outside us-east-1',
      (scope) => acl(scope, { scope: 'CLOUDFRONT', region: 'us-west-2' }),
      `${where}/acl: region is us-west-2, only us-east-1 is allowed for the scope CLOUDFRONT`,
    ],
    [
      'a CLOUDFRONT ACL in a home region that is another',
      (scope) =>
        acl(Object.assign(scope, { environment: { ...scope.environment, region: 'eu-west-1' } }), {
          scope: 'CLOUDFRONT',
        }),
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
    [
      'a log group in a region without a key',
      (scope) => new LogGroup(scope, 'logs', { retentionDays: 1, region: 'eu-west-1' }),
      `${where}/logs: region is eu-west-1, where there is no key; us-east-1 and us-west-2 are allowed`,
    ],
    [
      'a trail name that ends in a hyphen',
      (scope) => new Trail(scope, 'audit-', { bucket: bucket(scope, 'records') }),
      `${where}/audit-: trail name 'audit-' (6 characters) is not allowed, only 3 to 128 letters`,
    ],
    [
      'protection of what Shield does not protect',
      (scope) => new ShieldProtection(scope, 'one', { resourceArn: 'arn:aws:s3:::records' }),
      `${where}/one: resourceArn 'arn:aws:s3:::records' is not allowed, only that of a load balancer`,
    ],
    [
      'a protection named with a slash',
      (scope) =>
        new ShieldProtection(scope, 'a+b', { resourceArn: 'arn:aws:cloudfront::123456789012:distribution/E1' }),
      `${where}/a+b: protection name 'a+b' (3 characters) is not allowed, only 1 to 128`,
    ],
    [
      'a protection group of 37 characters',
      (scope) => new ShieldProtectionGroup(scope, 'g'.repeat(37), { aggregation: 'MAX' }),
      '(37 characters) is not allowed, only 1 to 36',
    ],
    [
      'a resource type that AWS does not have',
      (scope) => new CloudControlResource(scope, 'one', { typeName: 'AWS::GuardDuty::Dectector', properties: {} }),
      `${where}/one: there is no CloudFormation resource type 'AWS::GuardDuty::Dectector'`,
    ],
    [
      'a property that the resource type does not have',
      (scope) =>
        new CloudControlResource(scope, 'one', {
          typeName: 'AWS::GuardDuty::Detector',
          properties: { Enable: true, Features: [{ Name: 'S3_DATA_EVENTS', State: 'ENABLED' }] },
        }),
      `${where}/one: AWS::GuardDuty::Detector: Features[0].Status is required`,
    ],
    [
      'an agent without runtime monitoring',
      (scope) => new Detector(scope, 'one', { features: [], runtimeAgents: ['EKS_ADDON_MANAGEMENT'] }),
      `${where}/one: runtimeAgents are for the feature 'RUNTIME_MONITORING'`,
    ],
    [
      "the detector's own account as a member",
      (scope) =>
        new DetectorMember(scope, 'm', { detector: detector(scope), account: '123456789012', email: 'a@company.com' }),
      `${where}/m: account 123456789012 is the detector's own, only others are allowed`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
