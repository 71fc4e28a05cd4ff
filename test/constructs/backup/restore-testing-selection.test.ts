import type { PlatformChart } from '../../../charts/platform-chart';
import { RestoreTestingSelection } from '../../../constructs/backup/restore-testing-selection';
import { chart, manifests } from '../scope';
import { restorePlan, role } from './helpers';

const restoreSelection = (scope: PlatformChart, change: object = {}, id = 'restore-tables') =>
  new RestoreTestingSelection(scope, id, {
    plan: restorePlan(scope),
    kind: 'DynamoDB',
    role: role(scope),
    tags: { Backup: 'platform' },
    validationWindowHours: 1,
    ...change,
  });

const stateOf = (manifest: { spec: Record<string, unknown> } | undefined) =>
  JSON.parse(String((manifest!.spec['forProvider'] as Record<string, unknown>)['desiredState']));

describe('RestoreTestingSelection', () => {
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

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
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
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
