import { cronProblem } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { cloudFormationTags } from '../core/tags';
import { auditName } from './audit-name';
import type { BackupVault } from './backup-vault';

/** Bounds: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingPlanForCreate.html */
export interface RestoreTestingPlanProps {
  /** `cron(0 5 ? * * *)`, in UTC. */
  readonly schedule: string;
  /** How long after that it may begin, 1 to 168 hours. */
  readonly startWindowHours: number;
  /** How old what is restored may be at most, 1 to 365 days. */
  readonly selectionWindowDays: number;
  readonly vaults: readonly BackupVault[];
}

/** What names of plans and selections may have; both go by the same rule. */
export const NAME_ALLOWED = '1 to 50 letters, digits and underscores';

/** When AWS restores the latest backups, to see whether that works; what it restored it deletes again. */
export class RestoreTestingPlan extends AwsObject {
  readonly planName: string;

  constructor(scope: Construct, id: string, props: RestoreTestingPlanProps) {
    super(scope, id);
    const { schedule, startWindowHours, selectionWindowDays, vaults } = props;
    this.planName = auditName(this.awsName);
    this.requireMatch('restore testing plan name', this.planName, /^[a-zA-Z0-9_]{1,50}$/, NAME_ALLOWED);
    const problem = cronProblem(schedule);
    if (problem) this.fail(`schedule '${schedule}' ${problem}`);
    this.requireRange('startWindowHours', startWindowHours, 1, 168, ' h');
    this.requireRange('selectionWindowDays', selectionWindowDays, 1, 365, ' days');
    if (vaults.length === 0) this.fail('vaults is empty, at least one is needed');

    new CloudControlResource(this, id, {
      typeName: 'AWS::Backup::RestoreTestingPlan',
      properties: {
        RestoreTestingPlanName: this.planName,
        ScheduleExpression: schedule,
        ScheduleExpressionTimezone: 'Etc/UTC',
        StartWindowHours: startWindowHours,
        RecoveryPointSelection: {
          Algorithm: 'LATEST_WITHIN_WINDOW',
          RecoveryPointTypes: ['SNAPSHOT'],
          SelectionWindowDays: selectionWindowDays,
          IncludeVaults: vaults.map(({ arn }) => arn).sort(),
        },
        Tags: cloudFormationTags(this.tags),
      },
    });
  }
}
