import type { PlatformChart } from '../../../charts/platform-chart';
import { chart, manifests } from '../scope';
import { lock, vault } from './helpers';

describe('VaultLock', () => {
  test('GIVEN compliance with a reason WHEN a vault is locked THEN the lock becomes final, and says why', () => {
    const scope = chart();
    vault(scope, { lock: { ...lock, compliance: { changeableForDays: 3, because: 'SEC 17a-4(f) asks for it' } } });
    const { metadata, spec } = manifests(scope)['vault-lock']!;
    expect(metadata.annotations!['platform.company.com/compliance-mode']).toBe('SEC 17a-4(f) asks for it');
    expect(spec['forProvider']).toMatchObject({ changeableForDays: 3 });
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
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
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
