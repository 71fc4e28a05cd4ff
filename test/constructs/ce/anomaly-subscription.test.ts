import type { PlatformChart } from '../../../charts/platform-chart';
import { AnomalyMonitor } from '../../../constructs/ce/anomaly-monitor';
import { AnomalySubscription } from '../../../constructs/ce/anomaly-subscription';
import { Topic } from '../../../constructs/sns/topic';
import { chart, wired } from '../scope';

const alerts = (scope: PlatformChart) => new Topic(scope, 'alerts');

describe('AnomalySubscription', () => {
  test('GIVEN a topic WHEN it subscribes to anomalies THEN kro writes the ARN of the monitor, in us-east-1', () => {
    const scope = chart({ region: 'eu-west-1', drRegion: 'eu-central-1' });
    new AnomalySubscription(scope, 'anomalies', {
      monitors: [new AnomalyMonitor(scope, 'services')],
      to: { topic: alerts(scope) },
      threshold: { usd: 100, percent: 40 },
    });
    const all = wired(scope);
    const { region, desiredState } = all['Resource anomalies']!.spec['forProvider'] as Record<string, string>;
    expect(region).toBe('us-east-1');
    const state = JSON.parse(desiredState!);
    expect(state).toMatchObject({ Frequency: 'IMMEDIATE', MonitorArnList: ['${services.status.atProvider.arn}'] });
    expect(JSON.parse(state.ThresholdExpression)).toEqual({
      And: [
        {
          Dimensions: {
            Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
            MatchOptions: ['GREATER_THAN_OR_EQUAL'],
            Values: ['100'],
          },
        },
        {
          Dimensions: {
            Key: 'ANOMALY_TOTAL_IMPACT_PERCENTAGE',
            MatchOptions: ['GREATER_THAN_OR_EQUAL'],
            Values: ['40'],
          },
        },
      ],
    });
    expect(all['Topic alerts']!.spec['policy']).toContain('"costalerts.amazonaws.com"');
  });

  const where = 'production/test/chart';
  const subscribe = (scope: PlatformChart, change: object) =>
    new AnomalySubscription(scope, 'anomalies', {
      monitors: [new AnomalyMonitor(scope, 'services')],
      to: { email: 'finance@company.com', every: 'DAILY' },
      threshold: { usd: 100, percent: 40 },
      ...change,
    });
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a negative anomaly',
      (scope) => subscribe(scope, { threshold: { usd: -1, percent: 40 } }),
      `${where}/anomalies: threshold.usd is -1, 0 to 10000000000 is allowed`,
    ],
    [
      'an anomaly over ten billion percent',
      (scope) => subscribe(scope, { threshold: { usd: 1, percent: 10_000_000_001 } }),
      `${where}/anomalies: threshold.percent is 10000000001, 0 to 10000000000 is allowed`,
    ],
    [
      'a subscription to nothing',
      (scope) => subscribe(scope, { monitors: [] }),
      `${where}/anomalies: monitors is empty, at least one is needed`,
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
