import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { BackupPlan, type BackupRule } from '../../../constructs/backup/backup-plan';
import { chart, manifests } from '../scope';
import { drVault, plan, vault } from './helpers';

describe('BackupPlan', () => {
  test("GIVEN a rule WHEN a plan is made THEN AWS's defaults are written out, or the controller would see a difference for ever", () => {
    const scope = chart();
    plan(scope, {
      retention: { days: 120, coldAfterDays: 30 },
      copy: { vault: drVault(scope), retention: { days: 90 } },
    });
    expect(manifests(scope)['plan']!.spec['rules']).toEqual([
      {
        ruleName: 'daily',
        scheduleExpression: 'cron(0 5 ? * * *)',
        scheduleExpressionTimezone: 'Etc/UTC',
        startWindowMinutes: 60,
        completionWindowMinutes: 240,
        enableContinuousBackup: false,
        targetBackupVaultName: 'vault',
        lifecycle: {
          deleteAfterDays: 120,
          moveToColdStorageAfterDays: 30,
          optInToArchiveForSupportedResources: false,
        },
        copyActions: [
          {
            destinationBackupVaultARN: 'arn:aws:backup:us-west-2:123456789012:backup-vault:dr-vault',
            lifecycle: { deleteAfterDays: 90 },
          },
        ],
        recoveryPointTags: scope.environment.tags,
      },
    ]);
  });

  const where = 'production/test/chart';
  const rule = `${where}/plan: rules.daily`;
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a plan name of 51 characters',
      (scope) => plan(scope, {}, 'p'.repeat(51)),
      '(51 characters) is not allowed, only 1 to 50 letters, digits and - _ .',
    ],
    [
      'a plan without rules',
      (scope) => new BackupPlan(scope, 'plan', { rules: [] }),
      `${where}/plan: rules is empty, at least one is needed`,
    ],
    [
      'two rules of one name',
      (scope) => {
        const one = { name: 'daily', schedule: 'cron(0 5 ? * * *)' } as BackupRule;
        return new BackupPlan(scope, 'plan', { rules: [one, one] });
      },
      `${rule}: the name stands twice`,
    ],
    [
      'a rule name with a blank',
      (scope) => plan(scope, { name: 'a b' }),
      `${where}/plan: rules.a b: name 'a b' (3 characters) is not allowed, only 1 to 50`,
    ],
    [
      'a schedule by rate',
      (scope) => plan(scope, { schedule: 'rate(1 day)' }),
      `${rule}: schedule 'rate(1 day)' is no cron expression, one looks like cron(0 5 ? * * *)`,
    ],
    [
      'a schedule of five fields',
      (scope) => plan(scope, { schedule: 'cron(0 5 * * *)' }),
      `${rule}: schedule 'cron(0 5 * * *)' has 5 fields, 6 are needed`,
    ],
    [
      'a start window of 59 minutes',
      (scope) => plan(scope, { startWindow: Duration.minutes(59) }),
      `${rule}: startWindow is 59 min, a whole number from 60 to 52560000 min is allowed`,
    ],
    [
      'a completion window that is the start window',
      (scope) => plan(scope, { completionWindow: Duration.hours(1) }),
      `${rule}: completionWindow is 60 min, more than the startWindow of 60 min is needed`,
    ],
    [
      'backups straight into another region',
      (scope) => plan(scope, { vault: drVault(scope) }),
      `${rule}: vault is in us-west-2, only one in us-east-1 is allowed`,
    ],
    [
      'a copy into the same vault',
      (scope) => {
        const one = vault(scope);
        return plan(scope, { vault: one, copy: { vault: one, retention: { days: 35 } } });
      },
      `${rule}: copy.vault is in us-east-1 as the backup itself, only one in another region is allowed`,
    ],
    [
      'a copy into another vault of the same region',
      (scope) => plan(scope, { copy: { vault: vault(scope, {}, 'other'), retention: { days: 35 } } }),
      `${rule}: copy.vault is in us-east-1 as the backup itself, only one in another region is allowed`,
    ],
    [
      'a retention of no day',
      (scope) => plan(scope, { retention: { days: 0 } }),
      `${rule}: retention.days is 0 days, a whole number from 1 to 36500 days is allowed`,
    ],
    [
      'a retention below the lock',
      (scope) => plan(scope, { retention: { days: 6 } }),
      `${rule}: retention.days is 6 days, the vault's lock allows 7 to 365 days`,
    ],
    [
      'a retention above the lock',
      (scope) => plan(scope, { retention: { days: 366 } }),
      `${rule}: retention.days is 366 days, the vault's lock allows 7 to 365 days`,
    ],
    [
      "a copy's retention below its vault's lock",
      (scope) => plan(scope, { copy: { vault: drVault(scope), retention: { days: 1 } } }),
      `${rule}: copy.retention.days is 1 days, the vault's lock allows 7 to 365 days`,
    ],
    [
      '89 days in cold storage',
      (scope) => plan(scope, { retention: { days: 119, coldAfterDays: 30 } }),
      `${rule}: retention.days is 119 days, at least 120 days are needed: 90 after the move to cold storage`,
    ],
    [
      'cold storage after half a day',
      (scope) => plan(scope, { retention: { days: 119, coldAfterDays: 0.5 } }),
      `${rule}: retention.coldAfterDays is 0.5 days, a whole number from 1 to 36500 days is allowed`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
