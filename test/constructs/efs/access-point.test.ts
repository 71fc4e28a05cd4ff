import type { PlatformChart } from '../../../charts/platform-chart';
import { AccessPoint } from '../../../constructs/efs/access-point';
import { chart, wired } from '../scope';
import { fileSystem } from './helpers';

const accessPoint = (scope: PlatformChart, change: object = {}) =>
  new AccessPoint(scope, 'jenkins', {
    fileSystem: fileSystem(scope),
    path: '/jenkins',
    uid: 1000,
    gid: 1000,
    ...change,
  });

describe('AccessPoint', () => {
  test('GIVEN a directory WHEN an access point is made THEN it is its user’s, and closed to everybody else', () => {
    const scope = chart();
    accessPoint(scope);
    expect(wired(scope)['AccessPoint jenkins']!.spec).toMatchObject({
      fileSystemRef: { from: { name: 'shared' } },
      posixUser: { uid: 1000, gid: 1000 },
      rootDirectory: {
        path: '/jenkins',
        creationInfo: { ownerUID: 1000, ownerGID: 1000, permissions: '0750' },
      },
    });
  });

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
    ['root at an access point', (scope) => accessPoint(scope, { uid: 0 }), 'uid is 0, a whole number from 1 to'],
    [
      'a group beyond 32 bits',
      (scope) => accessPoint(scope, { gid: 4_294_967_296 }),
      'gid is 4294967296, a whole number from 1 to 4294967295 is allowed',
    ],
    ['a path without a slash', (scope) => accessPoint(scope, { path: 'jenkins' }), "path 'jenkins' (7 characters)"],
    ['the whole file system', (scope) => accessPoint(scope, { path: '/' }), "path '/' (1 characters) is not allowed"],
    ['a path of five directories', (scope) => accessPoint(scope, { path: '/a/b/c/d/e' }), "path '/a/b/c/d/e'"],
    ['a path that leads up', (scope) => accessPoint(scope, { path: '/a/..' }), "path '/a/..'"],
    [
      'a path of 101 characters',
      (scope) => accessPoint(scope, { path: `/${'a'.repeat(100)}` }),
      'path has 101 characters, at most 100 are allowed',
    ],
    [
      'a directory for everybody',
      (scope) => accessPoint(scope, { permissions: '0755' }),
      "permissions '0755' (4 characters) is not allowed, only three or four octal digits, the last one 0",
    ],
  ])('GIVEN %s WHEN it is made THEN the message says where, what and what is allowed', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
