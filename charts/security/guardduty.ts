import type { Construct } from 'constructs';
import { DEFAULT_BUS, Rule } from '../../constructs/eventbridge/rule';
import { Detector } from '../../constructs/guardduty/detector';
import { DetectorMember } from '../../constructs/guardduty/member';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';
import type { Sqs } from '../messaging/sqs';
import { PlatformChart } from '../platform-chart';

interface GuardDutyUses {
  readonly sqs: Sqs;
  readonly sns: Sns;
}

/** Threat detection. */
export class GuardDuty extends PlatformChart {
  readonly detector = new Detector(this, 'guardduty-detector', {
    features: [
      'S3_DATA_EVENTS',
      'EKS_AUDIT_LOGS',
      'EBS_MALWARE_PROTECTION',
      'RDS_LOGIN_EVENTS',
      'LAMBDA_NETWORK_LOGS',
      'RUNTIME_MONITORING',
    ],
    runtimeAgents: ['EKS_ADDON_MANAGEMENT'],
  });

  constructor(scope: Construct, id: string, environment: Environment, { sqs, sns }: GuardDutyUses) {
    super(scope, id, environment);
    for (const { account, email } of environment.security.guardDuty.members)
      new DetectorMember(this, `guardduty-member-${account}`, { detector: this.detector, account, email });

    new Rule(this, 'guardduty-findings', {
      bus: DEFAULT_BUS,
      description: 'Findings of GuardDuty of high and critical severity',
      // 7 and above: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings
      pattern: {
        source: ['aws.guardduty'],
        'detail-type': ['GuardDuty Finding'],
        detail: { severity: [{ numeric: ['>=', 7] }] },
      },
      deadLetterQueue: sqs.undeliveredEvents,
      targets: [
        {
          id: 'alerts',
          topic: sns.alerts,
          input: {
            paths: {
              account: '$.detail.accountId',
              region: '$.detail.region',
              severity: '$.detail.severity',
              title: '$.detail.title',
              type: '$.detail.type',
            },
            template: '"GuardDuty, severity <severity>, account <account>, <region>: <title> (<type>)"',
          },
        },
      ],
    });
  }
}
