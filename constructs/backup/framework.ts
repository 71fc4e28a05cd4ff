import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as backup from '../../imports/backup.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { AUDIT_NAME, AUDIT_NAME_ALLOWED, auditName } from './audit-name';

/** One tag, or nothing for everything that the control can look at. */
type Tagged = { readonly tag?: { readonly key: string; readonly value: string } };

/**
 * Controls and their parameters: https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 */
export type BackupControl = Tagged &
  (
    | {
        readonly name:
          | 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN'
          | 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK'
          | 'BACKUP_RECOVERY_POINT_ENCRYPTED';
      }
    | {
        readonly name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK';
        readonly everyHours: number;
        readonly retentionDays: number;
      }
    | { readonly name: 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK'; readonly retentionDays: number }
    | { readonly name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED'; readonly exceptRoles: readonly string[] }
    | { readonly name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION'; readonly regions: readonly string[] }
    | { readonly name: 'BACKUP_LAST_RECOVERY_POINT_CREATED'; readonly withinDays: number }
    | { readonly name: 'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET'; readonly withinMinutes: number }
  );

/** Bounds: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateFramework.html */
export interface BackupFrameworkProps {
  /** At most 1,024 characters. */
  readonly description: string;
  /** At least one, each once; an account has at most 50 in a region. */
  readonly controls: readonly BackupControl[];
}

const ROLE = 'iam.services.k8s.aws/Role';

/**
 * What AWS checks every day of the account's backups. AWS Config has to record the account: the checks are rules of it.
 */
export class BackupFramework extends AwsObject {
  /** Known once AWS has made it. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { description, controls }: BackupFrameworkProps) {
    super(scope, id);
    const name = auditName(this.awsName);
    this.requireMatch('framework name', name, AUDIT_NAME, AUDIT_NAME_ALLOWED);
    this.requireLength('description', description, 1_024);
    this.requireRange('number of controls', controls.length, 1, 50);
    const names = controls.map((control) => control.name);
    const twice = names.find((one, index) => names.indexOf(one) !== index);
    if (twice !== undefined) this.fail(`controls.${twice}: the control stands twice`);

    const resource = new backup.Framework(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          name,
          description,
          control: controls.map((control) => this.control(control)),
          tags: this.tags,
        },
      },
    });
    this.arn = late(resource, 'status.atProvider.arn');
  }

  private control(control: BackupControl) {
    const parameters = Object.entries(this.parameters(control)).map(([name, value]) => ({
      name,
      value: String(value),
    }));
    return {
      name: control.name,
      ...(parameters.length > 0 && { inputParameter: parameters }),
      ...(control.tag && { scope: { tags: { [control.tag.key]: control.tag.value } } }),
    };
  }

  private parameters(control: BackupControl): Record<string, string | number> {
    const at = `controls.${control.name}`;
    switch (control.name) {
      case 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK':
        // https://docs.aws.amazon.com/config/latest/developerguide/backup-plan-min-frequency-and-min-retention-check.html
        this.requireRange(`${at}: everyHours`, control.everyHours, 1, 24, ' h');
        this.requireRange(`${at}: retentionDays`, control.retentionDays, 1, 36_500, ' days');
        return {
          requiredFrequencyUnit: 'hours',
          requiredFrequencyValue: control.everyHours,
          requiredRetentionDays: control.retentionDays,
        };
      case 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK':
        this.requireRange(`${at}: retentionDays`, control.retentionDays, 1, 36_500, ' days');
        return { requiredRetentionDays: control.retentionDays };
      case 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED':
        if (control.exceptRoles.length > 5)
          this.fail(`${at}: exceptRoles has ${control.exceptRoles.length} roles, at most 5 are allowed`);
        return control.exceptRoles.length > 0
          ? { principalArnList: control.exceptRoles.map((name) => this.arnFor(ROLE, name)).join(',') }
          : {};
      case 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION':
        this.requireRange(`${at}: number of regions`, control.regions.length, 1, 5);
        return { crossRegionList: control.regions.join(',') };
      case 'BACKUP_LAST_RECOVERY_POINT_CREATED':
        // https://docs.aws.amazon.com/config/latest/developerguide/s3-last-backup-recovery-point-created.html
        this.requireRange(`${at}: withinDays`, control.withinDays, 1, 31, ' days');
        return { recoveryPointAgeUnit: 'days', recoveryPointAgeValue: control.withinDays };
      case 'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET':
        this.requireRange(`${at}: withinMinutes`, control.withinMinutes, 1, Number.MAX_SAFE_INTEGER, ' min');
        return { maxRestoreTime: control.withinMinutes };
      default:
        return {};
    }
  }
}
