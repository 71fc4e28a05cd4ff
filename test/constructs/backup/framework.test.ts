import type { PlatformChart } from '../../../charts/platform-chart';
import { chart, manifests } from '../scope';
import { framework } from './helpers';

describe('BackupFramework', () => {
  test('GIVEN controls WHEN a framework is made THEN their parameters are what AWS calls them', () => {
    const scope = chart();
    framework(scope, [
      { name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' },
      { name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', exceptRoles: ['a', 'b'] },
      {
        name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION',
        regions: ['us-west-2'],
        tag: { key: 'Backup', value: 'platform' },
      },
      { name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', everyHours: 24, retentionDays: 35 },
    ]);
    expect(manifests(scope)['framework']!.spec['forProvider']).toMatchObject({
      control: [
        { name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' },
        {
          name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
          inputParameter: [
            {
              name: 'principalArnList',
              value: 'arn:aws:iam::123456789012:role/a,arn:aws:iam::123456789012:role/b',
            },
          ],
        },
        {
          name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION',
          inputParameter: [{ name: 'crossRegionList', value: 'us-west-2' }],
          scope: { tags: { Backup: 'platform' } },
        },
        {
          name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
          inputParameter: [
            { name: 'requiredFrequencyUnit', value: 'hours' },
            { name: 'requiredFrequencyValue', value: '24' },
            { name: 'requiredRetentionDays', value: '35' },
          ],
        },
      ],
    });
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a framework that begins with a digit',
      (scope) => framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }], '1st-framework'),
      `${where}/1st-framework: framework name '1st_framework' (13 characters) is not allowed, only 1 to 256 letters, digits and underscores, a letter first`,
    ],
    [
      'a framework with a dot in its name',
      (scope) => framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }], 'a.framework'),
      `framework name 'a.framework' (11 characters) is not allowed`,
    ],
    [
      'a framework without controls',
      (scope) => framework(scope, []),
      `${where}/framework: number of controls is 0, a whole number from 1 to 50 is allowed`,
    ],
    [
      'a control twice',
      (scope) =>
        framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }, { name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }]),
      `${where}/framework: controls.BACKUP_RECOVERY_POINT_ENCRYPTED: the control stands twice`,
    ],
    [
      'a last backup of 32 days ago',
      (scope) => framework(scope, [{ name: 'BACKUP_LAST_RECOVERY_POINT_CREATED', withinDays: 32 }]),
      `${where}/framework: controls.BACKUP_LAST_RECOVERY_POINT_CREATED: withinDays is 32 days, a whole number from 1 to 31 days is allowed`,
    ],
    [
      'a plan that backs up every 25 hours',
      (scope) =>
        framework(scope, [
          { name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', everyHours: 25, retentionDays: 1 },
        ]),
      'everyHours is 25 h, a whole number from 1 to 24 h is allowed',
    ],
    [
      'a check of no region',
      (scope) => framework(scope, [{ name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION', regions: [] }]),
      'number of regions is 0, a whole number from 1 to 5 is allowed',
    ],
    [
      'a check that excepts six roles',
      (scope) =>
        framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', exceptRoles: [...'abcdef'] }]),
      'exceptRoles has 6 roles, at most 5 are allowed',
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
