import { UserGroup, type UserGroupProps } from '../../../constructs/cognito/user-group';
import { chart } from '../scope';
import { pool } from './helpers';

describe('UserGroup', () => {
  test.each([
    ['a negative precedence', { precedence: -1 }, 'precedence is -1, a whole number from 0'],
    [
      'a long description',
      { description: 'x'.repeat(2_049) },
      'description has 2049 characters, at most 2048 are allowed',
    ],
  ] as [string, Partial<UserGroupProps>, string][])(
    'GIVEN %s WHEN a group is made THEN it is refused',
    (_, change, message) => {
      const scope = chart();
      expect(
        () => new UserGroup(scope, 'staff', { pool: pool(scope), description: '', precedence: 0, ...change }),
      ).toThrow(message);
    },
  );
});
