import type { PlatformChart } from '../../../charts/platform-chart';
import { chart } from '../scope';
import { build } from './helpers';

describe('buildspec', () => {
  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a buildspec without phases',
      (scope) => build(scope, { buildspec: { phases: {} } }),
      `${where}/build: buildspec.phases is empty, at least one is needed`,
    ],
    [
      'an empty command',
      (scope) => build(scope, { buildspec: { phases: { build: { commands: [' '] } } } }),
      `${where}/build: buildspec.phases.build has no commands or an empty one`,
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
