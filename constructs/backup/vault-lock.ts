import type { Construct } from 'constructs';
import * as backup from '../../imports/backup.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { platformKey } from '../core/platform-key';
import { KEPT_POLICIES } from '../core/removal';

/** Bounds: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html */
export interface VaultLockProps {
  /** AWS refuses what would be kept for less, 1 to 36,500 days. */
  readonly minRetentionDays: number;
  /** AWS refuses what would be kept for longer, `minRetentionDays` to 36,500 days. */
  readonly maxRetentionDays: number;
  /** @default governance: whoever may delete the lock can take it off again */
  readonly compliance?: Compliance;
}

/**
 * Says that nobody, AWS included, is to take the lock off or make it milder once the days are over, that its vault
 * stays until its last backup has expired, and why.
 */
export interface Compliance {
  /** In which it can still be taken off, 3 to 36,500 days. */
  readonly changeableForDays: number;
  readonly because: string;
}

interface LockedVault {
  readonly vault: { readonly awsName: string; readonly region: string };
}

const LONGEST = 36_500;
const SHORTEST_REASON = 10;

/**
 * Keeps backups from being deleted before their time. It outlives its manifest: taking a protection off is a person's
 * act. The provider cannot change one that is there
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault_lock_configuration, where
 * every argument forces a new one): a person deletes it in AWS, and the provider makes it as it is here.
 */
export class VaultLock extends AwsObject {
  readonly minRetentionDays: number;
  readonly maxRetentionDays: number;

  constructor(scope: Construct, id: string, { vault, ...props }: VaultLockProps & LockedVault) {
    super(scope, id);
    const { minRetentionDays, maxRetentionDays, compliance } = props;
    this.requireRange('minRetentionDays', minRetentionDays, 1, LONGEST, ' days');
    this.requireRange('maxRetentionDays', maxRetentionDays, minRetentionDays, LONGEST, ' days');
    if (compliance) {
      this.requireRange('compliance.changeableForDays', compliance.changeableForDays, 3, LONGEST, ' days');
      if (compliance.because.trim().length < SHORTEST_REASON)
        this.fail(
          `compliance.because is '${compliance.because}', a reason of at least ${SHORTEST_REASON} characters is required`,
        );
    }
    this.minRetentionDays = minRetentionDays;
    this.maxRetentionDays = maxRetentionDays;

    new backup.VaultLockConfiguration(this, 'Resource', {
      metadata: {
        name: id,
        annotations: {
          ...this.keptAnnotations(),
          ...(compliance && { [platformKey(this, 'compliance-mode')]: compliance.because }),
        },
      },
      spec: {
        managementPolicies: KEPT_POLICIES as backup.VaultLockConfigurationSpecManagementPolicies[],
        forProvider: {
          region: vault.region,
          backupVaultName: vault.awsName,
          minRetentionDays,
          maxRetentionDays,
          changeableForDays: compliance?.changeableForDays,
        },
      },
    });
  }
}
