import type { PlatformChart } from '../../../charts/platform-chart';
import { chart } from '../scope';
import { rule } from './helpers';

describe('patternJson', () => {
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a pattern with a bare value',
      (scope) => rule(scope, { pattern: { source: 'a' } }),
      'pattern.source is "a", only a list of values',
    ],
    [
      'a pattern with an empty list',
      (scope) => rule(scope, { pattern: { source: [] } }),
      'pattern.source is an empty list',
    ],
    ['an empty pattern', (scope) => rule(scope, { pattern: {} }), 'pattern is empty'],
    [
      'a pattern of 2,049 characters',
      (scope) => rule(scope, { pattern: { source: ['s'.repeat(2_036)] } }),
      'at most 2048 are allowed',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
