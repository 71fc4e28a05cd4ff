import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { BackupPlan, type BackupRule } from '../../../constructs/backup/backup-plan';
import { BackupVault } from '../../../constructs/backup/backup-vault';
import { type BackupControl, BackupFramework } from '../../../constructs/backup/framework';
import { RestoreTestingPlan } from '../../../constructs/backup/restore-testing-plan';
import { Role } from '../../../constructs/iam/role';

export const lock = { minRetentionDays: 7, maxRetentionDays: 365 };

/** A locked vault. */
export const vault = (scope: PlatformChart, change: object = {}, id = 'vault') =>
  new BackupVault(scope, id, { lock, ...change });

/** A locked vault in the DR region. */
export const drVault = (scope: PlatformChart) => vault(scope, { region: 'us-west-2' }, 'dr-vault');

/** A plan with one daily rule; `change` is for that rule. */
export const plan = (scope: PlatformChart, change: Partial<BackupRule> = {}, id = 'plan') =>
  new BackupPlan(scope, id, {
    rules: [
      {
        name: 'daily',
        schedule: 'cron(0 5 ? * * *)',
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(4),
        vault: change.vault ?? vault(scope),
        retention: { days: 35 },
        ...change,
      },
    ],
  });

export const role = (scope: PlatformChart) =>
  new Role(scope, 'role', { description: 'For tests', assumedBy: { service: 'backup.amazonaws.com' } });

export const framework = (scope: PlatformChart, controls: readonly BackupControl[], id = 'framework') =>
  new BackupFramework(scope, id, { description: 'For tests', controls });

/** A weekly restore test of one vault. */
export const restorePlan = (scope: PlatformChart, change: object = {}, id = 'restores') =>
  new RestoreTestingPlan(scope, id, {
    schedule: 'cron(0 9 ? * MON *)',
    startWindowHours: 8,
    selectionWindowDays: 7,
    vaults: [vault(scope)],
    ...change,
  });
