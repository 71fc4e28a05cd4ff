import type { PlatformChart } from '../../../charts/platform-chart';
import { chart, manifests } from '../scope';
import { drVault, lock, vault } from './helpers';

describe('BackupVault', () => {
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

  const where = 'production/test/chart';
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
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
