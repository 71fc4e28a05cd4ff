import { AWS_ID, NO_TAGS, none, unknown } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Security Hub',
  crossplane: 'securityhub',
  cloudFormation: 'SecurityHub',
  iam: 'securityhub',
  dataProtection: 'https://docs.aws.amazon.com/securityhub/latest/userguide/data-protection.html',
};

export const hub = configuration(SERVICE, 'Hub', {
  forms: {
    crossplane: { kind: 'Account', without: { tags: none('its kind has no field for tags') } },
    cloudFormation: 'AWS::SecurityHub::Hub',
  },
  arn: unknown('its shape, hub/default, is not confirmed'),
  identity: AWS_ID,
  why: 'is a switch; findings go with it after 90 days without it',
  encryption: {
    // not confirmed
    atRest: {
      always: 'findings are encrypted by AWS',
      source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/data-protection.html',
    },
  },
  tags: 'Tags',
  backup: none('AWS Backup does not know findings'),
  alarms: none('its findings are events'),
});

export const standard = configuration(SERVICE, 'Standard', {
  forms: { crossplane: 'StandardsSubscription', cloudFormation: 'AWS::SecurityHub::Standard' },
  arn: unknown('its shape, subscription/{standard}, is not confirmed'),
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none('its findings are events'),
});
