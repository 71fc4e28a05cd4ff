import { ResourceServer, type ResourceServerProps } from '../../../constructs/cognito/resource-server';
import { chart } from '../scope';
import { pool } from './helpers';

describe('ResourceServer', () => {
  test.each([
    ['no scopes', { scopes: {} }, 'scopes is 0, a whole number from 1 to 100'],
    ['a scope with a slash', { scopes: { 'a/b': 'A' } }, "scope 'a/b' (3 characters) is not allowed"],
    [
      'a scope without a description',
      { scopes: { a: '' } },
      "scopes.a '' (0 characters) is not allowed, only 1 to 256 characters",
    ],
    ['an identifier with a space', { identifier: 'a b' }, "identifier 'a b' (3 characters) is not allowed"],
  ] as [string, Partial<ResourceServerProps>, string][])(
    'GIVEN %s WHEN a resource server is made THEN it is refused',
    (_, change, message) => {
      const scope = chart();
      expect(
        () =>
          new ResourceServer(scope, 'server', { pool: pool(scope), identifier: 'api', scopes: { a: 'A' }, ...change }),
      ).toThrow(message);
    },
  );
});
