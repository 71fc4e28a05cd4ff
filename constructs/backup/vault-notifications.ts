import type { Construct } from 'constructs';
import * as backup from '../../imports/backup.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { Topic } from '../sns/topic';
import type { BackupVault } from './backup-vault';

/**
 * Without those that AWS no longer sends:
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultNotifications.html
 */
export type VaultEvent =
  | 'BACKUP_JOB_STARTED'
  | 'BACKUP_JOB_COMPLETED'
  | 'COPY_JOB_STARTED'
  | 'COPY_JOB_SUCCESSFUL'
  | 'COPY_JOB_FAILED'
  | 'RESTORE_JOB_STARTED'
  | 'RESTORE_JOB_COMPLETED'
  | 'RECOVERY_POINT_MODIFIED'
  | 'S3_BACKUP_OBJECT_FAILED'
  | 'S3_RESTORE_OBJECT_FAILED';

export interface VaultNotificationsProps {
  readonly vault: BackupVault;
  /** A standard topic in the vault's account and region. */
  readonly topic: Topic;
  /** A job that failed is `COMPLETED` too: a subscription tells it by the message's attribute `State`. */
  readonly events: readonly VaultEvent[];
}

/** Tells a topic what happens to a vault. */
export class VaultNotifications extends AwsObject {
  constructor(scope: Construct, id: string, { vault, topic, events }: VaultNotificationsProps) {
    super(scope, id);
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
    if (topic.isFifo) this.fail('topic is a FIFO topic, only a standard one is allowed');
    if (vault.region !== this.landing.region)
      this.fail(`vault is in ${vault.region}, the topic in ${this.landing.region}: the same region is needed`);
    if (events.length === 0) this.fail('events is empty, at least one is needed');
    topic.allowVault(vault.arn);
    new backup.VaultNotifications(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: vault.region,
          backupVaultName: vault.awsName,
          snsTopicArn: topic.arn,
          backupVaultEvents: [...events].sort(),
        },
      },
    });
  }
}
