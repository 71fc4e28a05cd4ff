import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon GuardDuty',
  crossplane: 'guardduty',
  cloudFormation: 'GuardDuty',
  iam: 'guardduty',
  dataProtection: 'https://docs.aws.amazon.com/guardduty/latest/ug/data-protection.html',
};

export const detector = configuration(SERVICE, 'Detector', {
  forms: { crossplane: 'Detector', cloudFormation: 'AWS::GuardDuty::Detector' },
  lead: 'cloudFormation',
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is a switch; findings of 90 days go with it, and what it has learnt of what is usual',
  encryption: {
    atRest: {
      always: 'findings are encrypted by AWS',
      source: 'https://docs.aws.amazon.com/guardduty/latest/ug/data-protection.html',
    },
  },
  tags: 'Tags',
  protection: none('GuardDuty has none'),
  backup: none('AWS Backup does not know findings'),
  alarms: none('its findings are events, which a rule sends to the alerts'),
});

export const member = configuration(SERVICE, 'Member', {
  forms: { crossplane: 'Member', cloudFormation: 'AWS::GuardDuty::Member' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
