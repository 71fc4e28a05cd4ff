import type { PlatformChart } from '../../../charts/platform-chart';
import { CacheUserGroup } from '../../../constructs/elasticache/user-group';
import { chart, manifests } from '../scope';
import { nobody, user, users } from './helpers';

describe('CacheUserGroup', () => {
  test('GIVEN users WHEN their group is made THEN it refers to them', () => {
    const scope = chart();
    users(scope);
    expect(manifests(scope)['users']!.spec['userRefs']).toEqual([
      { from: { name: 'nobody' } },
      { from: { name: 'someone' } },
    ]);
  });

  const at = (place: string, message: string) => `production/test/chart/${place}: ${message}`;
  type Case = [string, (scope: PlatformChart) => unknown, string];
  const cases: Case[] = [
    [
      'users without the default one',
      (scope) => new CacheUserGroup(scope, 'users', { users: [user(scope)] }),
      at('users', "users has nobody named 'default': AWS refuses a group without it"),
    ],
    [
      'two users of one name',
      (scope) =>
        new CacheUserGroup(scope, 'users', { users: [nobody(scope), user(scope, 'a', { userName: 'default' })] }),
      at('users', "users has two named 'default', AWS refuses that"),
    ],
    [
      'no users',
      (scope) => new CacheUserGroup(scope, 'users', { users: [] }),
      at('users', 'users is 0, a whole number from 1 to 100 is allowed'),
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
