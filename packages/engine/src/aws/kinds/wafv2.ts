import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none, unknown } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS WAF',
  ack: 'wafv2',
  crossplane: 'wafv2',
  cloudFormation: 'WAFv2',
  iam: 'wafv2',
  dataProtection: 'https://docs.aws.amazon.com/waf/latest/developerguide/data-protection.html',
};

export const webACL = configuration(SERVICE, 'WebACL', {
  forms: { ack: 'WebACL', crossplane: 'WebACL', cloudFormation: 'AWS::WAFv2::WebACL' },
  arn: unknown('its shape, regional|global/webacl/{name}/<id>/*, is not confirmed'),
  identity: ['name', 'scope'],
  why: 'is configuration: what it stands in front of is open without it',
  encryption: {
    atRest: none('keeps sampled requests of 3 hours; logs go elsewhere'),
  },
  tags: 'tags',
  alarms: none('what it blocks is meant; its counts are on a dashboard'),
});

export const webACLAssociation = configuration(SERVICE, 'WebACLAssociation', {
  forms: { crossplane: 'WebACLAssociation', cloudFormation: 'AWS::WAFv2::WebACLAssociation' },
  lead: 'cloudFormation',
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it: what it stands in front of is open without it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const regexPatternSet = configuration(SERVICE, 'RegexPatternSet', {
  forms: { crossplane: 'RegexPatternSet', cloudFormation: 'AWS::WAFv2::RegexPatternSet' },
  arn: unknown('its shape, regional|global/regexpatternset/{name}/<id>/*, is not confirmed'),
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
});

export const ruleGroup = configuration(SERVICE, 'RuleGroup', {
  forms: { ack: 'RuleGroup', crossplane: 'RuleGroup', cloudFormation: 'AWS::WAFv2::RuleGroup' },
  arn: unknown('its shape, regional|global/rulegroup/{name}/<id>/*, is not confirmed'),
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
});

export const loggingConfiguration = configuration(SERVICE, 'LoggingConfiguration', {
  forms: { crossplane: 'WebACLLoggingConfiguration', cloudFormation: 'AWS::WAFv2::LoggingConfiguration' },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    atRest: none('its logs are in a log group, bucket or stream, which encrypts'),
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
