import type { Construct } from 'constructs';
import * as backup from '../../imports/backup.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { StatefulProps } from '../core/removal';
import { VaultLock, type VaultLockProps } from './vault-lock';

/** Bounds: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html */
export interface BackupVaultProps extends StatefulProps {
  /** The home or the DR region: the key has to be in the same one. @default the home region */
  readonly region?: string;
  /** How long what is in it has to be kept at least and at most. */
  readonly lock: VaultLockProps;
}

/** A vault of AWS Backup: encrypted with the backup key of its region, locked, never deleted with its manifest. */
export class BackupVault extends AwsObject {
  readonly arn: string;
  readonly region: string;
  readonly lock: VaultLock;

  constructor(scope: Construct, id: string, { region, lock, removal }: BackupVaultProps) {
    super(scope, id);
    this.region = region ?? this.landing.region;
    this.requireMatch(
      'vault name',
      this.awsName,
      /^[a-zA-Z0-9_-]{2,50}$/,
      '2 to 50 letters, digits, hyphens and underscores',
    );
    this.arn = this.arnIn(this.region, 'backup.services.k8s.aws/BackupVault');

    new backup.BackupVault(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }, this.region),
      spec: { name: this.awsName, encryptionKeyArn: this.keyIn(this.region, 'backup'), tags: this.statefulTags },
    });
    this.lock = new VaultLock(this, `${id}-lock`, { vault: this, ...lock });
  }
}
