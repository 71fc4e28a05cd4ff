import type { Construct } from 'constructs';
import * as backup from '../../imports/backup.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { policyJson } from '../core/policy-document';
import { KEPT_POLICIES } from '../core/removal';
import type { BackupVault } from './backup-vault';

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html */
export interface VaultPolicyProps {
  readonly vault: BackupVault;
  /**
   * Names, behind their paths, of the at most 5 roles of the account that may delete backups all the same.
   * @default nobody may
   */
  readonly administrators?: readonly string[];
}

const ROLE = 'iam.services.k8s.aws/Role';

/**
 * Keeps people from deleting backups: they go when their time is over, and not before. The policy also keeps everybody
 * from putting another in its place, as AWS's control wants it
 * (https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html): to
 * change it, a person deletes it in AWS, and the provider puts what is here. It outlives its manifest.
 */
export class VaultPolicy extends AwsObject {
  constructor(scope: Construct, id: string, { vault, administrators = [] }: VaultPolicyProps) {
    super(scope, id);
    // the control that checks the policy knows no more:
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/choosing-controls.html
    if (administrators.length > 5)
      this.fail(`administrators has ${administrators.length} roles, at most 5 are allowed`);
    new backup.VaultPolicy(this, 'Resource', {
      metadata: this.keptMetadata(),
      spec: {
        managementPolicies: KEPT_POLICIES as backup.VaultPolicySpecManagementPolicies[],
        forProvider: {
          region: vault.region,
          backupVaultName: vault.awsName,
          policy: policyJson([
            {
              sid: 'DenyDeletion',
              effect: 'Deny',
              principals: 'anyone',
              actions: [
                'backup:DeleteRecoveryPoint',
                'backup:PutBackupVaultAccessPolicy',
                'backup:UpdateRecoveryPointLifecycle',
              ],
              resources: ['*'],
              ...(administrators.length > 0 && {
                conditions: {
                  ArnNotEquals: { 'aws:PrincipalArn': administrators.map((name) => this.arnFor(ROLE, name)).sort() },
                },
              }),
            },
          ]),
        },
      },
    });
  }
}
