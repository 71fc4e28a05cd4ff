import type { PlatformChart } from '../../../charts/platform-chart';
import { BackupSelection } from '../../../constructs/backup/backup-selection';
import { chart, wired } from '../scope';
import { plan, role } from './helpers';

describe('BackupSelection', () => {
  test('GIVEN tags WHEN a selection is made THEN it takes what carries all of them, in a plan that it refers to', () => {
    const scope = chart();
    new BackupSelection(scope, 'everything', {
      plan: plan(scope),
      role: role(scope),
      tags: { Environment: 'production', Backup: 'platform' },
    });
    expect(wired(scope)['BackupSelection everything']!.spec).toEqual({
      name: 'everything',
      backupPlanRef: { from: { name: 'plan' } },
      iamRoleARN: 'arn:aws:iam::123456789012:role/platform/role',
      resources: ['*'],
      conditions: {
        stringEquals: [
          { conditionKey: 'aws:ResourceTag/Backup', conditionValue: 'platform' },
          { conditionKey: 'aws:ResourceTag/Environment', conditionValue: 'production' },
        ],
      },
    });
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a selection without a condition',
      (scope) => new BackupSelection(scope, 'all', { plan: plan(scope), role: role(scope), tags: {} }),
      'production/test/chart/all: tags is empty, at least one is needed: AWS would select everything',
    ],
    [
      'a selection name of 51 characters',
      (scope) => new BackupSelection(scope, 's'.repeat(51), { plan: plan(scope), role: role(scope), tags: { a: 'b' } }),
      '(51 characters) is not allowed, only 1 to 50 letters',
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
