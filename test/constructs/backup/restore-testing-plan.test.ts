import type { PlatformChart } from '../../../charts/platform-chart';
import { chart } from '../scope';
import { restorePlan } from './helpers';

describe('RestoreTestingPlan', () => {
  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a restore test by rate',
      (scope) => restorePlan(scope, { schedule: 'rate(7 days)' }),
      `${where}/restores: schedule 'rate(7 days)' is no cron expression`,
    ],
    [
      'a restore test that may begin after a week',
      (scope) => restorePlan(scope, { startWindowHours: 169 }),
      `${where}/restores: startWindowHours is 169 h, a whole number from 1 to 168 h is allowed`,
    ],
    [
      'a restore test of backups of more than a year ago',
      (scope) => restorePlan(scope, { selectionWindowDays: 366 }),
      `${where}/restores: selectionWindowDays is 366 days, a whole number from 1 to 365 days is allowed`,
    ],
    [
      'a restore test of no vault',
      (scope) => restorePlan(scope, { vaults: [] }),
      `${where}/restores: vaults is empty, at least one is needed`,
    ],
    [
      'a restore test named with a dot',
      (scope) => restorePlan(scope, {}, 'a.test'),
      `${where}/a.test: restore testing plan name 'a.test' (6 characters) is not allowed, only 1 to 50 letters, digits and underscores`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
