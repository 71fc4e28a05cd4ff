import type { PlatformChart } from '../../../charts/platform-chart';
import { chart, manifests } from '../scope';
import { nobody, user } from './helpers';

describe('CacheUser', () => {
  test('GIVEN a user with two passwords WHEN it is made THEN they are read from Secrets, and are not in its manifest', () => {
    const scope = chart();
    const keys = ['password', 'next'].map((key) => ({ name: 'auth', key }));
    user(scope, 'someone', { passwords: keys });
    expect(manifests(scope)['someone']!.spec).toMatchObject({
      userName: 'someone',
      authenticationMode: {
        type: 'password',
        passwords: [
          { namespace: 'aws', name: 'auth', key: 'password' },
          { namespace: 'aws', name: 'auth', key: 'next' },
        ],
      },
    });
  });

  test('GIVEN a user that is off WHEN it is made without a password THEN it says so by the field that the controller does not compare', () => {
    const scope = chart();
    nobody(scope);
    const { spec } = manifests(scope)['nobody']!;
    expect(spec).toMatchObject({ userName: 'default', accessString: 'off -@all', noPasswordRequired: true });
    expect(spec).not.toHaveProperty('authenticationMode');
  });

  test.each([
    'on ~* &* +@all -@dangerous +info',
    'on ~app:* -@all +@read +cluster|slots',
    'on allkeys resetchannels &news %R~cache:* nocommands +get',
  ])('GIVEN the access string %s WHEN a user is made THEN it is taken', (accessString) => {
    expect(() => user(chart(), 'someone', { accessString })).not.toThrow();
  });

  type Case = [string, (scope: PlatformChart) => unknown, string];
  const badUser = (what: string, change: object, message: string): Case => [
    what,
    (scope) => user(scope, 'someone', change),
    `production/test/chart/someone: ${message}`,
  ];
  const cases: Case[] = [
    badUser(
      'three passwords',
      { passwords: ['a', 'b', 'c'].map((key) => ({ name: 'auth', key })) },
      'passwords is 3, a whole number from 0 to 2 is allowed',
    ),
    badUser(
      'no password',
      { passwords: [] },
      "passwords is empty: only a user whose accessString says 'off' may have none",
    ),
    badUser(
      'an access string with a password',
      { accessString: 'on >secret ~* +@all' },
      "accessString has '>secret', but passwords come from passwords alone, AWS refuses them here",
    ),
    badUser('an access string with nopass', { accessString: 'on nopass ~* +@all' }, "accessString has 'nopass', but"),
    badUser('an access string with reset', { accessString: 'reset on ~*' }, "accessString has 'reset', but"),
    badUser('a command without a sign', { accessString: 'on ~* get' }, "accessString has 'get', allowed between"),
    badUser('two blanks', { accessString: 'on  ~*' }, "accessString has '', allowed between single blanks"),
    badUser('neither on nor off', { accessString: '~* +@all' }, 'accessString says on or off 0 times, once is allowed'),
    badUser('both on and off', { accessString: 'on off ~*' }, 'accessString says on or off 2 times, once is allowed'),
    badUser('a name with a blank', { userName: 'some one' }, "userName 'some one' (8 characters) is not allowed"),
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
