import { Duration } from 'cdk8s';
import { BackupPlan, type BackupRule } from '../../constructs/backup/backup-plan';
import { BackupSelection } from '../../constructs/backup/backup-selection';
import { BackupVault } from '../../constructs/backup/backup-vault';
import { type BackupControl, BackupFramework } from '../../constructs/backup/framework';
import { ReportPlan } from '../../constructs/backup/report-plan';
import { RestoreTestingPlan, RestoreTestingSelection } from '../../constructs/backup/restore-testing-plan';
import { VaultNotifications } from '../../constructs/backup/vault-notifications';
import { VaultPolicy } from '../../constructs/backup/vault-policy';
import { ConfigurationRecorder } from '../../constructs/config/configuration-recorder';
import type { PlatformChart } from '../../constructs/core/platform-chart';
import { Role } from '../../constructs/iam/role';
import { ServiceLinkedRole } from '../../constructs/iam/service-linked-role';
import { Bucket } from '../../constructs/s3/bucket';
import { Topic } from '../../constructs/sns/topic';
import { chart, manifests, wired } from './scope';

const lock = { minRetentionDays: 7, maxRetentionDays: 365 };
const vault = (scope: PlatformChart, change: object = {}, id = 'vault') =>
  new BackupVault(scope, id, { lock, ...change });
const drVault = (scope: PlatformChart) => vault(scope, { region: 'us-west-2' }, 'dr-vault');
const plan = (scope: PlatformChart, change: Partial<BackupRule> = {}, id = 'plan') =>
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
const role = (scope: PlatformChart) =>
  new Role(scope, 'role', { description: 'For tests', assumedBy: { service: 'backup.amazonaws.com' } });
const framework = (scope: PlatformChart, controls: readonly BackupControl[], id = 'framework') =>
  new BackupFramework(scope, id, { description: 'For tests', controls });
const restorePlan = (scope: PlatformChart, change: object = {}, id = 'restores') =>
  new RestoreTestingPlan(scope, id, {
    schedule: 'cron(0 9 ? * MON *)',
    startWindowHours: 8,
    selectionWindowDays: 7,
    vaults: [vault(scope)],
    ...change,
  });
const restoreSelection = (scope: PlatformChart, change: object = {}, id = 'restore-tables') =>
  new RestoreTestingSelection(scope, id, {
    plan: restorePlan(scope),
    kind: 'DynamoDB',
    role: role(scope),
    tags: { Backup: 'platform' },
    validationWindowHours: 1,
    ...change,
  });
const logs = (scope: PlatformChart) =>
  new Bucket(scope, 'logs', { noncurrentRetention: Duration.days(30), lifecycle: {} });
const report = (scope: PlatformChart, change: object = {}, id = 'jobs') =>
  new ReportPlan(scope, id, {
    description: 'For tests',
    report: { jobs: 'BACKUP_JOB_REPORT' },
    bucket: logs(scope),
    writer: new ServiceLinkedRole(scope, 'writer', {
      service: 'reports.backup.amazonaws.com',
      roleName: 'AWSServiceRoleForBackupReports',
    }),
    keyPrefix: 'backup',
    ...change,
  });

const stateOf = (manifest: { spec: Record<string, unknown> } | undefined) =>
  JSON.parse(String((manifest!.spec['forProvider'] as Record<string, unknown>)['desiredState']));

describe('BackupVault and what protects it', () => {
  test('GIVEN the DR region WHEN a vault is made THEN it has the key of that region, and it and its lock stay', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { arn } = drVault(scope);
    expect(arn).toBe('arn:aws:backup:us-west-2:123456789012:backup-vault:staging-dr-vault');
    const { 'dr-vault': resource, 'dr-vault-lock': itsLock } = manifests(scope);
    expect(resource!.metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
      'services.k8s.aws/region': 'us-west-2',
    });
    expect(resource!.spec).toMatchObject({ name: 'staging-dr-vault', tags: { Backup: 'platform' } });
    expect(resource!.spec['encryptionKeyARN']).toBe(scope.environment.outputs.dr.keys.backup);
    expect(itsLock!.metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' });
    expect(itsLock!.spec).toEqual({
      managementPolicies: ['Create', 'LateInitialize', 'Observe', 'Update'],
      // without changeableForDays: with it the lock could never be taken off again
      forProvider: { region: 'us-west-2', backupVaultName: 'staging-dr-vault', ...lock },
    });
  });

  test('GIVEN compliance with a reason WHEN a vault is locked THEN the lock becomes final, and says why', () => {
    const scope = chart();
    vault(scope, { lock: { ...lock, compliance: { changeableForDays: 3, because: 'SEC 17a-4(f) asks for it' } } });
    const { metadata, spec } = manifests(scope)['vault-lock']!;
    expect(metadata.annotations!['platform.company.com/compliance-mode']).toBe('SEC 17a-4(f) asks for it');
    expect(spec['forProvider']).toMatchObject({ changeableForDays: 3 });
  });

  test('GIVEN a vault WHEN its policy is made THEN nobody deletes a backup, but for those who are named', () => {
    const scope = chart();
    const one = vault(scope);
    new VaultPolicy(scope, 'nobody', { vault: one });
    new VaultPolicy(scope, 'some', { vault: one, administrators: ['team/keepers', 'auditors'] });
    const statements = ['nobody', 'some'].map((name) => {
      const { policy } = manifests(scope)[name]!.spec['forProvider'] as Record<string, string>;
      return JSON.parse(policy!).Statement;
    });
    expect(statements[0]).toEqual([
      {
        Sid: 'DenyDeletion',
        Effect: 'Deny',
        Principal: '*',
        Action: [
          'backup:DeleteRecoveryPoint',
          'backup:PutBackupVaultAccessPolicy',
          'backup:UpdateRecoveryPointLifecycle',
        ],
        Resource: '*',
      },
    ]);
    expect(statements[1][0].Condition).toEqual({
      ArnNotEquals: {
        'aws:PrincipalArn': ['arn:aws:iam::123456789012:role/auditors', 'arn:aws:iam::123456789012:role/team/keepers'],
      },
    });
  });

  test('GIVEN notifications WHEN the topic is looked at THEN AWS Backup may publish for that vault alone', () => {
    const scope = chart();
    const topic = new Topic(scope, 'alerts');
    new VaultNotifications(scope, 'told', {
      vault: vault(scope),
      topic,
      events: ['COPY_JOB_FAILED', 'BACKUP_JOB_COMPLETED'],
    });
    const { told, alerts } = manifests(scope);
    expect(told!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      backupVaultName: 'vault',
      snsTopicArn: 'arn:aws:sns:us-east-1:123456789012:alerts',
      backupVaultEvents: ['BACKUP_JOB_COMPLETED', 'COPY_JOB_FAILED'],
    });
    expect(JSON.parse(String(alerts!.spec['policy'])).Statement).toContainEqual({
      Sid: 'AllowBackup0',
      Effect: 'Allow',
      Principal: { Service: 'backup.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: 'arn:aws:sns:us-east-1:123456789012:alerts',
      Condition: {
        ArnEquals: { 'aws:SourceArn': 'arn:aws:backup:us-east-1:123456789012:backup-vault:vault' },
        StringEquals: { 'aws:SourceAccount': '123456789012' },
      },
    });
  });
});

describe('BackupPlan and BackupSelection', () => {
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

  test('GIVEN tags WHEN a selection is made THEN it takes what carries all of them, in a plan that it refers to', () => {
    const scope = chart();
    new BackupSelection(scope, 'everything', {
      plan: plan(scope),
      role: role(scope),
      tags: { Environment: 'production', Backup: 'platform' },
    });
    expect(wired(scope)['BackupSelection everything']!.spec).toEqual({
      name: 'everything',
      backupPlanRef: { from: { name: 'plan' } },
      iamRoleARN: 'arn:aws:iam::123456789012:role/platform/role',
      resources: ['*'],
      conditions: {
        stringEquals: [
          { conditionKey: 'aws:ResourceTag/Backup', conditionValue: 'platform' },
          { conditionKey: 'aws:ResourceTag/Environment', conditionValue: 'production' },
        ],
      },
    });
  });
});

describe('restore tests, framework, reports and recorder', () => {
  test('GIVEN names with hyphens WHEN AWS takes none THEN they have underscores', () => {
    const scope = chart({ namePrefix: 'staging-' });
    restoreSelection(scope);
    const all = manifests(scope);
    expect(stateOf(all['restores'])).toMatchObject({
      RestoreTestingPlanName: 'staging_restores',
      RecoveryPointSelection: {
        IncludeVaults: ['arn:aws:backup:us-east-1:123456789012:backup-vault:staging-vault'],
        SelectionWindowDays: 7,
      },
    });
    expect(stateOf(all['restore-tables'])).toEqual({
      RestoreTestingPlanName: 'staging_restores',
      RestoreTestingSelectionName: 'staging_restore_tables',
      ProtectedResourceType: 'DynamoDB',
      ProtectedResourceArns: ['*'],
      ProtectedResourceConditions: { StringEquals: [{ Key: 'aws:ResourceTag/Backup', Value: 'platform' }] },
      IamRoleArn: 'arn:aws:iam::123456789012:role/platform/staging-role',
      ValidationWindowHours: 1,
    });
  });

  test('GIVEN controls WHEN a framework is made THEN their parameters are what AWS calls them', () => {
    const scope = chart();
    framework(scope, [
      { name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' },
      { name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', exceptRoles: ['a', 'b'] },
      {
        name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION',
        regions: ['us-west-2'],
        tag: { key: 'Backup', value: 'platform' },
      },
      { name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', everyHours: 24, retentionDays: 35 },
    ]);
    expect(manifests(scope)['framework']!.spec['forProvider']).toMatchObject({
      control: [
        { name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' },
        {
          name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
          inputParameter: [
            {
              name: 'principalArnList',
              value: 'arn:aws:iam::123456789012:role/a,arn:aws:iam::123456789012:role/b',
            },
          ],
        },
        {
          name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION',
          inputParameter: [{ name: 'crossRegionList', value: 'us-west-2' }],
          scope: { tags: { Backup: 'platform' } },
        },
        {
          name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
          inputParameter: [
            { name: 'requiredFrequencyUnit', value: 'hours' },
            { name: 'requiredFrequencyValue', value: '24' },
            { name: 'requiredRetentionDays', value: '35' },
          ],
        },
      ],
    });
  });

  test('GIVEN a framework WHEN its report is made THEN kro writes the ARN that AWS gave it', () => {
    const scope = chart();
    const checked = framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }]);
    report(scope, { report: { compliance: 'CONTROL_COMPLIANCE_REPORT', framework: checked } });
    expect(wired(scope)['ReportPlan jobs']!.spec['forProvider']).toMatchObject({
      reportSetting: { frameworkArns: ['${framework.status.atProvider.arn}'], numberOfFrameworks: 1 },
    });
  });

  test('GIVEN AWS Config WHEN it is made THEN it records everything as its service-linked role, into an encrypted channel', () => {
    const scope = chart();
    new ConfigurationRecorder(scope, 'recorder', { bucket: logs(scope), keyPrefix: 'config' });
    const all = manifests(scope);
    expect(stateOf(all['recorder-role'])).toEqual({ AWSServiceName: 'config.amazonaws.com' });
    expect(all['recorder']!.spec['forProvider']).toMatchObject({
      roleArn: 'arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    });
    expect(all['recorder-channel']!.spec['forProvider']).toMatchObject({
      s3KmsKeyArn: scope.environment.outputs.keys.logs,
      s3KeyPrefix: 'config',
    });
    const { Statement } = JSON.parse(String(all['logs']!.spec['policy']));
    expect(Statement.find(({ Action }: { Action: string }) => Action === 's3:PutObject')).toMatchObject({
      Principal: { Service: 'config.amazonaws.com' },
      Resource: 'arn:aws:s3:::logs-123456789012-us-east-1/config/AWSLogs/123456789012/Config/*',
      Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
    });
    expect(all['recorder-status']!.spec['forProvider']).toEqual({ region: 'us-east-1', isEnabled: true });
    for (const name of ['recorder', 'recorder-channel', 'recorder-status'])
      expect(all[name]!.metadata.annotations).toEqual({ 'crossplane.io/external-name': 'default' });
  });
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
  const where = 'production/test/chart';
  const rule = `${where}/plan: rules.daily`;
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a vault name of one character',
      (scope) => vault(scope, {}, 'v'),
      `${where}/v: vault name 'v' (1 characters) is not allowed, only 2 to 50 letters`,
    ],
    [
      'a vault name of 51 characters',
      (scope) => vault(scope, {}, 'v'.repeat(51)),
      '(51 characters) is not allowed, only 2 to 50 letters',
    ],
    [
      'a vault name with a dot',
      (scope) => vault(scope, {}, 'a.vault'),
      `${where}/a.vault: vault name 'a.vault' (7 characters) is not allowed`,
    ],
    [
      'a vault in a region without a key',
      (scope) => vault(scope, { region: 'eu-west-1' }),
      `${where}/vault: region is eu-west-1, where there is no key; us-east-1 and us-west-2 are allowed`,
    ],
    [
      'a lock for no day',
      (scope) => vault(scope, { lock: { ...lock, minRetentionDays: 0 } }),
      `${where}/vault/vault-lock: minRetentionDays is 0 days, a whole number from 1 to 36500 days is allowed`,
    ],
    [
      'a lock that allows less at most than at least',
      (scope) => vault(scope, { lock: { minRetentionDays: 30, maxRetentionDays: 29 } }),
      `${where}/vault/vault-lock: maxRetentionDays is 29 days, a whole number from 30 to 36500 days is allowed`,
    ],
    [
      'a lock that is final after two days',
      (scope) => vault(scope, { lock: { ...lock, compliance: { changeableForDays: 2, because: 'a regulator asks' } } }),
      `${where}/vault/vault-lock: compliance.changeableForDays is 2 days, a whole number from 3 to 36500 days is allowed`,
    ],
    [
      'a lock that is final for no reason',
      (scope) => vault(scope, { lock: { ...lock, compliance: { changeableForDays: 3, because: 'ok' } } }),
      `${where}/vault/vault-lock: compliance.because is 'ok', a reason of at least 10 characters is required`,
    ],
    [
      'six who may delete backups',
      (scope) => new VaultPolicy(scope, 'policy', { vault: vault(scope), administrators: [...'abcdef'] }),
      `${where}/policy: administrators has 6 roles, at most 5 are allowed`,
    ],
    [
      'notifications to a FIFO topic',
      (scope) =>
        new VaultNotifications(scope, 'told', {
          vault: vault(scope),
          topic: new Topic(scope, 'alerts.fifo', { fifo: {} }),
          events: ['COPY_JOB_FAILED'],
        }),
      `${where}/told: topic is a FIFO topic, only a standard one is allowed`,
    ],
    [
      'notifications into another region',
      (scope) =>
        new VaultNotifications(scope, 'told', {
          vault: drVault(scope),
          topic: new Topic(scope, 'alerts'),
          events: ['COPY_JOB_FAILED'],
        }),
      `${where}/told: vault is in us-west-2, the topic in us-east-1: the same region is needed`,
    ],
    [
      'notifications of nothing',
      (scope) =>
        new VaultNotifications(scope, 'told', { vault: vault(scope), topic: new Topic(scope, 'alerts'), events: [] }),
      `${where}/told: events is empty, at least one is needed`,
    ],
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
    [
      'a selection without a condition',
      (scope) => new BackupSelection(scope, 'all', { plan: plan(scope), role: role(scope), tags: {} }),
      `${where}/all: tags is empty, at least one is needed: AWS would select everything`,
    ],
    [
      'a selection name of 51 characters',
      (scope) => new BackupSelection(scope, 's'.repeat(51), { plan: plan(scope), role: role(scope), tags: { a: 'b' } }),
      '(51 characters) is not allowed, only 1 to 50 letters',
    ],
    [
      'a framework that begins with a digit',
      (scope) => framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }], '1st-framework'),
      `${where}/1st-framework: framework name '1st_framework' (13 characters) is not allowed, only 1 to 256 letters, digits and underscores, a letter first`,
    ],
    [
      'a framework with a dot in its name',
      (scope) => framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }], 'a.framework'),
      `framework name 'a.framework' (11 characters) is not allowed`,
    ],
    [
      'a framework without controls',
      (scope) => framework(scope, []),
      `${where}/framework: number of controls is 0, a whole number from 1 to 50 is allowed`,
    ],
    [
      'a control twice',
      (scope) =>
        framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }, { name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }]),
      `${where}/framework: controls.BACKUP_RECOVERY_POINT_ENCRYPTED: the control stands twice`,
    ],
    [
      'a last backup of 32 days ago',
      (scope) => framework(scope, [{ name: 'BACKUP_LAST_RECOVERY_POINT_CREATED', withinDays: 32 }]),
      `${where}/framework: controls.BACKUP_LAST_RECOVERY_POINT_CREATED: withinDays is 32 days, a whole number from 1 to 31 days is allowed`,
    ],
    [
      'a plan that backs up every 25 hours',
      (scope) =>
        framework(scope, [
          { name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', everyHours: 25, retentionDays: 1 },
        ]),
      'everyHours is 25 h, a whole number from 1 to 24 h is allowed',
    ],
    [
      'a check of no region',
      (scope) => framework(scope, [{ name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION', regions: [] }]),
      'number of regions is 0, a whole number from 1 to 5 is allowed',
    ],
    [
      'a check that excepts six roles',
      (scope) =>
        framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', exceptRoles: [...'abcdef'] }]),
      'exceptRoles has 6 roles, at most 5 are allowed',
    ],
    [
      'a report in a format that AWS does not write',
      (scope) => report(scope, { formats: ['CSV', 'PDF'] }),
      `${where}/jobs: formats are CSV, PDF, allowed are CSV, JSON, each once`,
    ],
    [
      'a report in one format twice',
      (scope) => report(scope, { formats: ['CSV', 'CSV'] }),
      `${where}/jobs: formats are CSV, CSV, allowed are CSV, JSON, each once`,
    ],
    [
      'a report in no format',
      (scope) => report(scope, { formats: [] }),
      `${where}/jobs: formats are none, allowed are CSV, JSON, each once`,
    ],
    [
      'a report behind a slash',
      (scope) => report(scope, { keyPrefix: '/backup' }),
      `${where}/jobs: keyPrefix '/backup' (7 characters) is not allowed, only a prefix without a slash at its ends`,
    ],
    [
      'a report plan that begins with a digit',
      (scope) => report(scope, {}, '7-days'),
      `${where}/7-days: report plan name '7_days' (6 characters) is not allowed`,
    ],
    [
      'a restore test by rate',
      (scope) => restorePlan(scope, { schedule: 'rate(7 days)' }),
      `${where}/restores: schedule 'rate(7 days)' is no cron expression`,
    ],
    [
      'a restore test that may begin after a week',
      (scope) => restorePlan(scope, { startWindowHours: 169 }),
      `${where}/restores: startWindowHours is 169 h, a whole number from 1 to 168 h is allowed`,
    ],
    [
      'a restore test of backups of more than a year ago',
      (scope) => restorePlan(scope, { selectionWindowDays: 366 }),
      `${where}/restores: selectionWindowDays is 366 days, a whole number from 1 to 365 days is allowed`,
    ],
    [
      'a restore test of no vault',
      (scope) => restorePlan(scope, { vaults: [] }),
      `${where}/restores: vaults is empty, at least one is needed`,
    ],
    [
      'a restore test named with a dot',
      (scope) => restorePlan(scope, {}, 'a.test'),
      `${where}/a.test: restore testing plan name 'a.test' (6 characters) is not allowed, only 1 to 50 letters, digits and underscores`,
    ],
    [
      'a validation of more than a week',
      (scope) => restoreSelection(scope, { validationWindowHours: 169 }),
      `${where}/restore-tables: validationWindowHours is 169 h, a whole number from 1 to 168 h is allowed`,
    ],
    [
      'a restore test of everything',
      (scope) => restoreSelection(scope, { tags: {} }),
      `${where}/restore-tables: tags is empty, at least one is needed`,
    ],
    [
      'a restore testing selection of 51 characters',
      (scope) => restoreSelection(scope, {}, 's'.repeat(51)),
      '(51 characters) is not allowed, only 1 to 50 letters, digits and underscores',
    ],
    [
      'a recorder that writes behind a slash',
      (scope) => new ConfigurationRecorder(scope, 'recorder', { bucket: logs(scope), keyPrefix: 'config/' }),
      `${where}/recorder: keyPrefix 'config/' (7 characters) is not allowed, only a prefix without a slash at its ends`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
