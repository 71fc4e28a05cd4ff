import type { Construct } from 'constructs';
import { DEFAULT_BUS, Rule } from '../../constructs/eventbridge/rule';
import { SecurityHub as Hub } from '../../constructs/securityhub/hub';
import { SecurityStandard } from '../../constructs/securityhub/standard';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';
import type { Sqs } from '../messaging/sqs';
import { PlatformChart } from '../platform-chart';

interface SecurityHubUses {
  readonly sqs: Sqs;
  readonly sns: Sns;
}

/** Findings of all security services in one place, and the standards that the account is judged by. */
export class SecurityHub extends PlatformChart {
  readonly hub = new Hub(this, 'security-hub');

  readonly bestPractices = new SecurityStandard(this, 'aws-foundational-security-best-practices', {
    standard: 'AWS Foundational Security Best Practices',
  });

  readonly cisBenchmark = new SecurityStandard(this, 'cis-aws-foundations-benchmark', {
    standard: 'CIS AWS Foundations Benchmark',
  });

  constructor(scope: Construct, id: string, environment: Environment, { sqs, sns }: SecurityHubUses) {
    super(scope, id, environment);
    new Rule(this, 'security-hub-findings', {
      bus: DEFAULT_BUS,
      description: 'New findings of Security Hub of high and critical severity',
      pattern: {
        source: ['aws.securityhub'],
        'detail-type': ['Security Hub Findings - Imported'],
        detail: {
          findings: {
            // GuardDuty's own have the rule guardduty-findings
            ProductName: [{ 'anything-but': ['GuardDuty'] }],
            RecordState: ['ACTIVE'],
            Severity: { Label: ['CRITICAL', 'HIGH'] },
            Workflow: { Status: ['NEW'] },
          },
        },
      },
      deadLetterQueue: sqs.undeliveredEvents,
      targets: [
        {
          id: 'alerts',
          topic: sns.alerts,
          input: {
            paths: {
              account: '$.detail.findings[0].AwsAccountId',
              product: '$.detail.findings[0].ProductName',
              severity: '$.detail.findings[0].Severity.Label',
              title: '$.detail.findings[0].Title',
            },
            template: '"<product>, <severity>, account <account>: <title>"',
          },
        },
      ],
    });
  }
}
