import type { PlatformChart } from '../../../charts/platform-chart';
import { CompositeAlarm, groupsForRules } from '../../../constructs/cloudwatch/composite-alarm';
import type { MetricAlarm } from '../../../constructs/cloudwatch/metric-alarm';
import { chart, manifests } from '../scope';
import { alarm } from './helpers';

const specOf = (scope: PlatformChart, name: string) => manifests(scope)[name]!.spec;

describe('CompositeAlarm', () => {
  test('GIVEN alarms WHEN one is made over them THEN it names them by ARN', () => {
    const scope = chart();
    new CompositeAlarm(scope, 'health', { description: 'All', anyOf: [alarm(scope, {}, 'a'), alarm(scope, {}, 'b')] });
    expect(specOf(scope, 'health')['forProvider']).toMatchObject({
      alarmRule:
        'ALARM("arn:aws:cloudwatch:us-east-1:123456789012:alarm:a") OR ALARM("arn:aws:cloudwatch:us-east-1:123456789012:alarm:b")',
    });
  });

  test('GIVEN no alarm, 101, one of another region, or a rule too long WHEN it is made THEN it is refused', () => {
    const scope = chart();
    const make = (id: string, anyOf: readonly MetricAlarm[]) =>
      new CompositeAlarm(scope, id, { description: 'All', anyOf });
    const short = Array.from({ length: 101 }, (_, index) => alarm(scope, {}, `a${index}`));
    const long = Array.from({ length: 60 }, (_, index) => alarm(scope, {}, `${'b'.repeat(150)}${index}`));
    expect(() => make('none', [])).toThrow(/anyOf is 0 alarms/);
    expect(() => make('many', short)).toThrow(/anyOf is 101 alarms, a whole number from 1 to 100 alarms/);
    expect(() => make('wide', long)).toThrow(/rule has \d+ characters, at most 10240 are allowed/);
    expect(() => make('far', [alarm(scope, { region: 'us-west-2' }, 'far-one')])).toThrow(/only alarms of us-east-1/);
    expect(groupsForRules(short).map(({ length }) => length)).toEqual([100, 1]);
    for (const [index, group] of groupsForRules(long).entries())
      expect(() => make(`part-${index}`, group)).not.toThrow();
  });
});
