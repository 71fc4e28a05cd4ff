import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Shield',
  cloudFormation: 'Shield',
  iam: 'shield',
  dataProtection: 'https://docs.aws.amazon.com/waf/latest/developerguide/data-protection.html',
};

export const protection = configuration(SERVICE, 'Protection', {
  forms: { cloudFormation: 'AWS::Shield::Protection' },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'Tags',
  alarms: none('its findings are metrics of what it protects'),
});

export const protectionGroup = configuration(SERVICE, 'ProtectionGroup', {
  forms: { cloudFormation: 'AWS::Shield::ProtectionGroup' },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'Tags',
  alarms: NO_METRICS,
});

export const drtAccess = configuration(SERVICE, 'DRTAccess', {
  forms: { cloudFormation: 'AWS::Shield::DRTAccess' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const proactiveEngagement = configuration(SERVICE, 'ProactiveEngagement', {
  forms: { cloudFormation: 'AWS::Shield::ProactiveEngagement' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
