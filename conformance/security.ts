import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { every, RULE } from './readers';

const WEB_ACL = 'wafv2.services.k8s.aws/WebACL';
const MEMBER = 'guardduty.aws.m.upbound.io/Member';
const HUB = 'securityhub.aws.m.upbound.io/Account';
const RESOURCE = 'cloudcontrol.aws.m.upbound.io/Resource';

interface WafRule {
  readonly statement: Readonly<Record<string, unknown>>;
  readonly visibilityConfig: Readonly<Record<string, unknown>>;
}

const rulesOf = (acl: Manifest) => (at(acl, 'spec.rules') ?? []) as WafRule[];
const hasStatement = (name: string) => (evidence: Evidence) =>
  every(evidence.all(WEB_ACL), (acl) => rulesOf(acl).some(({ statement }) => name in statement));
const isOnBothScopes = (evidence: Evidence) =>
  evidence
    .all(WEB_ACL)
    .map((acl) => at(acl, 'spec.scope'))
    .sort();

function isVisible(acl: Manifest): boolean {
  const isLogged = at(acl, 'spec.loggingConfiguration.logDestinationConfigs[0]') !== undefined;
  const isMeasured = ({ visibilityConfig }: WafRule) =>
    visibilityConfig['cloudWatchMetricsEnabled'] === true && visibilityConfig['sampledRequestsEnabled'] === true;
  return isLogged && rulesOf(acl).every(isMeasured);
}

/** GuardDuty looks for anomalies and compares with AWS's and its partners' threat lists wherever it is on. */
function detects(evidence: Evidence): boolean {
  const detectors = evidence
    .all(RESOURCE)
    .filter((one) => at(one, 'spec.forProvider.typeName') === 'AWS::GuardDuty::Detector');
  return every(detectors, (one) => at(JSON.parse(String(at(one, 'spec.forProvider.desiredState'))), 'Enable') === true);
}

const has = (typeName: string) => (evidence: Evidence) =>
  evidence.all(RESOURCE).some((one) => at(one, 'spec.forProvider.typeName') === typeName);
/** Shield Advanced gives its cost protection, metrics and threat data for whatever is protected. */
const isProtected = has('AWS::Shield::Protection');

/** What the document asks of WAF, Shield Advanced and GuardDuty. */
export const security: readonly DocumentValue[] = [
  { path: 'WAF: in front of load balancers and CloudFront', value: ['CLOUDFRONT', 'REGIONAL'], read: isOnBothScopes },
  { path: 'WAF: Managed Rules', value: true, read: hasStatement('managedRuleGroupStatement') },
  { path: 'WAF: Custom Rules', value: true, read: hasStatement('regexMatchStatement') },
  { path: 'WAF: Rate Limiting', value: true, read: hasStatement('rateBasedStatement') },
  { path: 'WAF: Real-time Monitoring', value: true, read: (evidence) => every(evidence.all(WEB_ACL), isVisible) },
  { path: 'Shield Advanced: 24/7 DRT Support', value: true, read: has('AWS::Shield::DRTAccess') },
  { path: 'Shield Advanced: Cost Protection', value: true, read: isProtected },
  { path: 'Shield Advanced: Advanced Metrics', value: true, read: isProtected },
  { path: 'Shield Advanced: Global Threat Intelligence', value: true, read: isProtected },
  { path: 'GuardDuty: Machine Learning', value: true, read: detects },
  { path: 'GuardDuty: Threat Intelligence', value: true, read: detects },
  {
    path: 'GuardDuty: Multi-Account Support',
    value: true,
    read: (evidence) => detects(evidence) && evidence.all(MEMBER).length > 0,
  },
  {
    path: 'GuardDuty: Integration: Security Hub and EventBridge',
    value: true,
    read: (evidence) =>
      evidence.all(HUB).length > 0 &&
      evidence.all(RULE).some((rule) => String(at(rule, 'spec.eventPattern')).includes('"aws.guardduty"')),
  },
];
