import { VaultPolicy } from '../../../constructs/backup/vault-policy';
import { chart, manifests } from '../scope';
import { vault } from './helpers';

describe('VaultPolicy', () => {
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

  test('GIVEN six who may delete backups WHEN it is made THEN the message says where, what and what is allowed', () => {
    const scope = chart();
    expect(() => new VaultPolicy(scope, 'policy', { vault: vault(scope), administrators: [...'abcdef'] })).toThrow(
      'production/test/chart/policy: administrators has 6 roles, at most 5 are allowed',
    );
  });
});
