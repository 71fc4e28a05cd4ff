import { cronProblem } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as backup from '../../imports/backup.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { BackupVault } from './backup-vault';

/** Bounds: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupPlanInput.html */
export interface BackupPlanProps {
  /** At least one, each with a name of its own. */
  readonly rules: readonly BackupRule[];
}

/** Bounds: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html */
export interface BackupRule {
  /** 1 to 50 letters, digits and `- _ .`. */
  readonly name: string;
  /** `cron(0 5 ? * * *)`, in UTC. */
  readonly schedule: string;
  /** How long after that it may begin, at least 60 minutes. */
  readonly startWindow: Duration;
  /** How long after that it has to be complete, more than `startWindow`. */
  readonly completionWindow: Duration;
  readonly vault: BackupVault;
  readonly retention: Retention;
  /** A copy in the vault of another region. @default none */
  readonly copy?: { readonly vault: BackupVault; readonly retention: Retention };
}

/** How long a backup is kept. */
export interface Retention {
  /** 1 to 36,500, and what the vault's lock allows. */
  readonly days: number;
  /**
   * Days until it moves to cold storage, where AWS has that for its kind; at least 90 before its end.
   * @default it stays
   */
  readonly coldAfterDays?: number;
}

const LONGEST = 36_500;
/** AWS bills so many at least: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html */
const DAYS_IN_COLD_STORAGE = 90;

/**
 * When backups are made, and how long they are kept. Snapshots only: continuous backups would take Aurora's own backup
 * window and retention over from the database's controller
 * (https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html), and every kind here that has
 * them has point-in-time recovery of its own. The controller compares the rules with AWS's as a whole, in their order:
 * AWS's defaults are written out.
 */
export class BackupPlan extends AwsObject {
  /** Known once AWS has made it. */
  readonly planId: string;

  constructor(scope: Construct, id: string, { rules }: BackupPlanProps) {
    super(scope, id);
    this.requireMatch('plan name', this.awsName, /^[a-zA-Z0-9_.-]{1,50}$/, '1 to 50 letters, digits and - _ .');
    if (rules.length === 0) this.fail('rules is empty, at least one is needed');
    const names = rules.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) this.fail(`rules.${twice}: the name stands twice`);

    const resource = new backup.BackupPlan(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: { name: this.awsName, rules: rules.map((rule) => this.rule(rule)), tags: this.tags },
    });
    this.planId = late(resource, 'status.id');
  }

  private rule({ name, schedule, startWindow, completionWindow, vault, retention, copy }: BackupRule) {
    const at = `rules.${name}`;
    this.requireMatch(`${at}: name`, name, /^[a-zA-Z0-9_.-]{1,50}$/, '1 to 50 letters, digits and - _ .');
    const problem = cronProblem(schedule);
    if (problem) this.fail(`${at}: schedule '${schedule}' ${problem}`);
    const startMinutes = startWindow.toMinutes();
    const completionMinutes = completionWindow.toMinutes();
    this.requireRange(`${at}: startWindow`, startMinutes, 60, 52_560_000, ' min');
    if (completionMinutes <= startMinutes)
      this.fail(
        `${at}: completionWindow is ${completionMinutes} min, more than the startWindow of ${startMinutes} min is needed`,
      );
    if (vault.region !== this.landing.region)
      this.fail(`${at}: vault is in ${vault.region}, only one in ${this.landing.region} is allowed`);
    if (copy && copy.vault.region === vault.region)
      this.fail(`${at}: copy.vault is in ${vault.region} as the backup itself, only one in another region is allowed`);

    return {
      ruleName: name,
      scheduleExpression: schedule,
      scheduleExpressionTimezone: 'Etc/UTC',
      startWindowMinutes: startMinutes,
      completionWindowMinutes: completionMinutes,
      enableContinuousBackup: false,
      targetBackupVaultName: vault.awsName,
      lifecycle: this.lifecycle(`${at}: retention`, retention, vault),
      ...(copy && {
        copyActions: [
          {
            destinationBackupVaultArn: copy.vault.arn,
            lifecycle: this.lifecycle(`${at}: copy.retention`, copy.retention, copy.vault),
          },
        ],
      }),
      recoveryPointTags: this.tags,
    };
  }

  private lifecycle(at: string, { days, coldAfterDays }: Retention, { lock }: BackupVault) {
    this.requireRange(`${at}.days`, days, 1, LONGEST, ' days');
    if (days < lock.minRetentionDays || days > lock.maxRetentionDays)
      this.fail(
        `${at}.days is ${days} days, the vault's lock allows ${lock.minRetentionDays} to ${lock.maxRetentionDays} days`,
      );
    if (coldAfterDays === undefined) return { deleteAfterDays: days };
    this.requireRange(`${at}.coldAfterDays`, coldAfterDays, 1, LONGEST, ' days');
    if (days < coldAfterDays + DAYS_IN_COLD_STORAGE)
      this.fail(
        `${at}.days is ${days} days, at least ${coldAfterDays + DAYS_IN_COLD_STORAGE} days are needed: ${DAYS_IN_COLD_STORAGE} after the move to cold storage`,
      );
    // of EBS the snapshots would be moved whole, which costs more than keeping what has changed
    return {
      deleteAfterDays: days,
      moveToColdStorageAfterDays: coldAfterDays,
      optInToArchiveForSupportedResources: false,
    };
  }
}
