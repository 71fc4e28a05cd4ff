import type { PlatformChart } from '../../../charts/platform-chart';
import { MetricFilter } from '../../../constructs/cloudwatchlogs/metric-filter';
import { alarm } from '../cloudwatch/helpers';
import { chart, manifests } from '../scope';

const specOf = (scope: PlatformChart, name: string) => manifests(scope)[name]!.spec;

describe('MetricFilter', () => {
  const filter = (change: object = {}) => {
    const scope = chart({ namePrefix: 'staging-' });
    const metric = { namespace: 'Platform/test', name: 'ErrorCount' };
    const one = new MetricFilter(scope, 'errors', { logGroupName: '/a', pattern: 'ERROR', metric, ...change });
    return { scope, one };
  };

  test('GIVEN a pattern WHEN a filter is made THEN it counts, 0 where nothing matches, and an alarm can look at it', () => {
    const { scope, one } = filter({ filterName: 'ErrorCount' });
    alarm(scope, { source: { filter: one, statistic: 'Sum' } }, 'errors-alarm');
    expect(manifests(scope)['errors']!.metadata.annotations).toEqual({
      'crossplane.io/external-name': 'staging-ErrorCount',
    });
    expect(specOf(scope, 'errors')['forProvider']).toMatchObject({
      metricTransformation: { value: '1', defaultValue: '0', namespace: 'Platform/test', name: 'ErrorCount' },
    });
    expect(specOf(scope, 'errors-alarm')).toMatchObject({ namespace: 'Platform/test', metricName: 'ErrorCount' });
  });

  test.each<[string, object, RegExp]>([
    ['an empty pattern', { pattern: ' ' }, /pattern is empty/],
    ['a pattern of 1,025 characters', { pattern: 'a'.repeat(1_025) }, /at most 1024 are allowed/],
    ['a quotation mark without its end', { pattern: '"ERROR' }, /quotation mark that nothing ends/],
    ['a brace without its end', { pattern: '{ $.level = "ERROR"' }, /has to end with }/],
    ['a colon in its name', { filterName: 'a:b' }, /without : and \*/],
    ["a namespace of AWS's", { metric: { namespace: 'AWS/EKS', name: 'a' } }, /only AWS's services may use/],
    ['a dollar sign in its metric', { metric: { namespace: 'a', name: '$a' } }, /metric.name '\$a'/],
    ['a log group that cannot be', { logGroupName: 'a b' }, /log group name 'a b'/],
  ])('GIVEN %s WHEN a filter is made THEN it is refused', (_what, change, message) => {
    expect(() => filter(change)).toThrow(message);
  });
});
