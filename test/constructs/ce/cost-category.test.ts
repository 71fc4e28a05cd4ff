import type { PlatformChart } from '../../../charts/platform-chart';
import { CostCategory } from '../../../constructs/ce/cost-category';
import { chart, manifests } from '../scope';

const forProvider = (scope: PlatformChart, name: string) =>
  manifests(scope)[name]!.spec['forProvider'] as Record<string, unknown>;

describe('CostCategory', () => {
  test('GIVEN rules WHEN a category is made THEN they keep their order', () => {
    const scope = chart();
    new CostCategory(scope, 'whose', {
      rules: [{ value: 'support', serviceCodes: ['AWSSupportBusiness'] }, { valueOfTag: 'Environment' }],
      otherwise: 'shared',
    });
    const { desiredState } = forProvider(scope, 'whose') as Record<string, string>;
    expect(JSON.parse(JSON.parse(desiredState!).Rules)).toEqual([
      {
        Type: 'REGULAR',
        Value: 'support',
        Rule: { Dimensions: { Key: 'SERVICE_CODE', Values: ['AWSSupportBusiness'], MatchOptions: ['EQUALS'] } },
      },
      { Type: 'INHERITED_VALUE', InheritedValue: { DimensionName: 'TAG', DimensionKey: 'Environment' } },
    ]);
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a category without rules',
      (scope) => new CostCategory(scope, 'whose', { rules: [], otherwise: 'shared' }),
      'production/test/chart/whose: number of rules is 0, a whole number from 1 to 500 is allowed',
    ],
    [
      'a category value of 51 letters',
      (scope) => new CostCategory(scope, 'whose', { rules: [{ valueOfTag: 'Owner' }], otherwise: 'o'.repeat(51) }),
      '(51 characters) is not allowed, only 1 to 50 letters',
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
