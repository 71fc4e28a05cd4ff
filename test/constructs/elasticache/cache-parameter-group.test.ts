import type { PlatformChart } from '../../../charts/platform-chart';
import { chart, manifests } from '../scope';
import { parameters } from './helpers';

describe('CacheParameterGroup', () => {
  test('GIVEN parameters in any order WHEN a group is made THEN they stand in the order in which AWS sends them', () => {
    const scope = chart();
    parameters(scope, { parameters: { timeout: '300', 'cluster-enabled': 'yes' } });
    expect(manifests(scope)['parameters']!.spec['parameterNameValues']).toEqual([
      { parameterName: 'cluster-enabled', parameterValue: 'yes' },
      { parameterName: 'timeout', parameterValue: '300' },
    ]);
  });

  const at = (place: string, message: string) => `production/test/chart/${place}: ${message}`;
  type Case = [string, (scope: PlatformChart) => unknown, string];
  const cases: Case[] = [
    [
      'a parameter with a capital',
      (scope) => parameters(scope, { parameters: { Timeout: '300' } }),
      at('parameters', "parameter 'Timeout' (7 characters) is not allowed, only lower-case letters"),
    ],
    [
      'a parameter without a value',
      (scope) => parameters(scope, { parameters: { timeout: '' } }),
      at('parameters', 'parameters.timeout is empty'),
    ],
    [
      'cluster mode that is true',
      (scope) => parameters(scope, { parameters: { 'cluster-enabled': 'true' } }),
      at('parameters', "parameters.cluster-enabled is 'true', allowed are yes and no"),
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
