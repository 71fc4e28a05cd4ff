import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { chart, manifests } from '../scope';
import { dax } from './helpers';

describe('DaxParameterGroup', () => {
  test('GIVEN times to live WHEN its parameter group is made THEN they are milliseconds', () => {
    const scope = chart();
    dax(scope, { itemTtl: Duration.minutes(10), queryTtl: Duration.seconds(30) });
    expect(manifests(scope)['tables-parameters']!.spec['forProvider']).toMatchObject({
      parameters: [
        { name: 'query-ttl-millis', value: '30000' },
        { name: 'record-ttl-millis', value: '600000' },
      ],
    });
  });

  const at = (place: string, message: string) => `production/test/chart/${place}: ${message}`;
  type Case = [string, (scope: PlatformChart) => unknown, string];
  const cases: Case[] = [
    [
      'items that live for no time',
      (scope) => dax(scope, { itemTtl: Duration.millis(0) }),
      at('tables/tables-parameters', 'itemTtl is 0 ms, a whole number from 1 to'),
    ],
    [
      'queries that live for no time',
      (scope) => dax(scope, { queryTtl: Duration.millis(0) }),
      at('tables/tables-parameters', 'queryTtl is 0 ms, a whole number from 1 to'),
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
