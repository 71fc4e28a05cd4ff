import { BACKUP_ROLE, RESTORE_ROLE } from '@aws-platform/engine/aws';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { BackupPlan, type BackupRule } from '../../constructs/backup/backup-plan';
import { BackupSelection } from '../../constructs/backup/backup-selection';
import { BackupVault } from '../../constructs/backup/backup-vault';
import { BackupFramework } from '../../constructs/backup/framework';
import { RegionSettings } from '../../constructs/backup/region-settings';
import { ReportPlan, type ReportTemplate } from '../../constructs/backup/report-plan';
import { RestoreTestingPlan } from '../../constructs/backup/restore-testing-plan';
import { RestoreTestingSelection, type TestedKind } from '../../constructs/backup/restore-testing-selection';
import { VaultNotifications } from '../../constructs/backup/vault-notifications';
import { VaultPolicy } from '../../constructs/backup/vault-policy';
import { ServiceLinkedRole } from '../../constructs/iam/service-linked-role';
import type { Bucket } from '../../constructs/s3/bucket';
import type { Environment } from '../../environments';
import { bootstrapRole } from '../bootstrap-role';
import type { Rds } from '../data/rds';
import type { Sns } from '../messaging/sns';
import { PlatformChart } from '../platform-chart';
import type { S3 } from '../storage/s3';

/** What everything stateful carries; with the environment's own tag, because environments may share an account. */
const BACKED_UP = { key: 'Backup', value: 'platform' };

interface BackupUses {
  readonly rds: Rds;
  readonly s3: S3;
  readonly sns: Sns;
}

/** Backups of everything stateful that AWS Backup can back up. */
export class Backup extends PlatformChart {
  readonly vault = new BackupVault(this, 'platform-backup', { lock: this.environment.backup.lock });

  readonly drVault = new BackupVault(this, 'platform-backup-dr', {
    region: this.environment.drRegion,
    lock: this.environment.backup.lock,
  });

  readonly plan = new BackupPlan(this, 'platform-backup-plan', {
    rules: [this.rule('daily'), this.rule('weekly'), this.rule('monthly')],
  });

  constructor(scope: Construct, id: string, environment: Environment, { rds, s3, sns }: BackupUses) {
    super(scope, id, environment);
    const { administrators, regionSettings, audit } = environment.backup;

    for (const vault of [this.vault, this.drVault])
      new VaultPolicy(this, `${vault.node.id}-policy`, { vault, administrators });
    new VaultNotifications(this, 'platform-backup-notifications', {
      vault: this.vault,
      topic: sns.alerts,
      events: [
        'BACKUP_JOB_COMPLETED',
        'COPY_JOB_FAILED',
        'RESTORE_JOB_COMPLETED',
        'S3_BACKUP_OBJECT_FAILED',
        'S3_RESTORE_OBJECT_FAILED',
      ],
    });

    new BackupSelection(this, 'platform-backup-selection', {
      plan: this.plan,
      // stays as long as its backups, which expire by it:
      // https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-iam.html
      role: bootstrapRole(BACKUP_ROLE, environment),
      tags: this.selectedTags,
    });
    this.testRestores(rds);

    if (regionSettings) {
      new RegionSettings(this, 'backup-region-settings');
      new RegionSettings(this, 'backup-region-settings-dr', { region: environment.drRegion });
    }
    if (audit) this.audit(administrators, s3.logs);
  }

  private get selectedTags(): Record<string, string> {
    return { [BACKED_UP.key]: BACKED_UP.value, Environment: this.environmentTag.value };
  }

  private get environmentTag(): { readonly key: string; readonly value: string } {
    return { key: 'Environment', value: this.environment.tags['Environment']! };
  }

  private rule(name: 'daily' | 'weekly' | 'monthly'): BackupRule {
    const { schedule, retentionDays, copyRetentionDays, coldAfterDays } = this.environment.backup[name];
    return {
      name,
      schedule,
      startWindow: Duration.hours(8),
      // AWS's own, because the first backup of a bucket takes days
      completionWindow: Duration.days(7),
      vault: this.vault,
      retention: { days: retentionDays, coldAfterDays },
      copy: { vault: this.drVault, retention: { days: copyRetentionDays, coldAfterDays } },
    };
  }

  private testRestores(rds: Rds): void {
    const { schedule, kinds, validationWindowHours } = this.environment.backup.restoreTesting;
    const plan = new RestoreTestingPlan(this, 'platform-restore-test', {
      schedule,
      startWindowHours: 8,
      selectionWindowDays: 7,
      vaults: [this.vault],
    });
    const role = bootstrapRole(RESTORE_ROLE, this.environment);
    for (const kind of kinds)
      new RestoreTestingSelection(this, `restore-test-${kind.toLowerCase()}`, {
        plan,
        kind,
        role,
        tags: this.selectedTags,
        validationWindowHours,
        overrides: this.restoredAs(kind, rds),
      });
  }

  /** With the platform's keys, and the database in its own subnets: AWS would take its own keys and the default VPC. */
  private restoredAs(kind: TestedKind, rds: Rds): Record<string, string> | undefined {
    const { keys } = this.environment.outputs;
    switch (kind) {
      case 'Aurora':
        return { dbSubnetGroupName: rds.platformDb.subnetGroup.awsName };
      case 'DynamoDB':
        return { encryptionType: 'KMS', kmsMasterKeyArn: keys.data };
      case 'EBS':
      case 'EFS':
        return { kmsKeyId: keys.storage };
      case 'S3':
        return undefined;
    }
  }

  /** Of the whole account; what depends on the environment's own numbers looks only at what carries its tag. */
  private audit(exceptRoles: readonly string[], bucket: Bucket): void {
    const { lock, daily, restoreTesting } = this.environment.backup;
    const framework = new BackupFramework(this, 'platform-backup-framework', {
      description:
        'Everything stateful is backed up every day, copied to the DR region, locked, encrypted and restorable',
      controls: [
        { name: 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', tag: BACKED_UP },
        { name: 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK', tag: BACKED_UP },
        { name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION', tag: BACKED_UP, regions: [this.environment.drRegion] },
        { name: 'BACKUP_LAST_RECOVERY_POINT_CREATED', tag: BACKED_UP, withinDays: 2 },
        { name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' },
        { name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', exceptRoles },
        {
          name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
          tag: this.environmentTag,
          everyHours: 24,
          retentionDays: daily.retentionDays,
        },
        {
          name: 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
          tag: this.environmentTag,
          retentionDays: lock.minRetentionDays,
        },
        {
          name: 'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET',
          tag: BACKED_UP,
          withinMinutes: restoreTesting.targetMinutes,
        },
      ],
    });
    const writer = new ServiceLinkedRole(this, 'backup-reports', {
      service: 'reports.backup.amazonaws.com',
      roleName: 'AWSServiceRoleForBackupReports',
    });
    const report = (name: string, description: string, template: ReportTemplate) =>
      new ReportPlan(this, name, {
        description,
        report: template,
        bucket,
        writer,
        keyPrefix: 'backup',
        formats: ['CSV', 'JSON'],
      });
    report('backup-jobs-report', 'Backup jobs of the last day', { jobs: 'BACKUP_JOB_REPORT' });
    report('copy-jobs-report', 'Copies to the DR region of the last day', { jobs: 'COPY_JOB_REPORT' });
    report('restore-jobs-report', 'Restores and restore tests of the last day', { jobs: 'RESTORE_JOB_REPORT' });
    report('backup-controls-report', 'Which controls of the framework hold', {
      compliance: 'CONTROL_COMPLIANCE_REPORT',
      framework,
    });
    report('backup-resources-report', 'Which resources the controls hold for', {
      compliance: 'RESOURCE_COMPLIANCE_REPORT',
      framework,
    });
  }
}
