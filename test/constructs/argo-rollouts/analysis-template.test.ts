import { Duration } from 'cdk8s';
import type { SuccessRateProps } from '../../../constructs/argo-rollouts/analysis-template';
import { chart, wired } from '../scope';
import { successRate } from './helpers';

describe('SuccessRate', () => {
  test('GIVEN a workload WHEN it is looked at THEN only the Pods of the newest stack count', () => {
    const scope = chart();
    successRate(scope);
    const { spec } = wired(scope)['AnalysisTemplate web-success-rate']!;
    const [metric] = spec['metrics'] as { provider: { prometheus: Record<string, unknown> } }[];
    expect(metric).toMatchObject({
      successCondition: 'len(result) > 0 && result[0] >= 0.995',
      failureCondition: 'len(result) > 0 && result[0] < 0.995',
      provider: { prometheus: { authentication: { sigv4: { region: 'us-east-1' } } } },
    });
    const { address, query } = metric!.provider.prometheus;
    // only an address of this form is signed:
    // https://github.com/argoproj/argo-rollouts/blob/v1.9.1/metricproviders/prometheus/prometheus.go
    expect(address).toMatch(/^https:\/\/aps-workspaces\.us-east-1\.amazonaws\.com\/workspaces\/\$\{.*\}$/);
    const pods = 'namespace="shop",pod=~"web-{{args.revision}}-.+"';
    expect(query).toBe(
      `sum(rate(http_server_request_duration_seconds_count{${pods},http_response_status_code!~"5.."}[5m])) / sum(rate(http_server_request_duration_seconds_count{${pods}}[5m]))`,
    );
  });

  test('GIVEN looks WHEN the time is asked THEN it is the delay and the intervals between them', () => {
    const { duration } = successRate(chart(), { measurements: 3, interval: Duration.minutes(2) });
    expect(duration.toSeconds()).toBe(120 + 2 * 120);
  });

  test.each<[Partial<SuccessRateProps>, string]>([
    [{ percent: 0 }, 'percent is 0, above 0 up to 100 is allowed'],
    [{ percent: 101 }, 'percent is 101, above 0 up to 100 is allowed'],
    [{ measurements: 0 }, 'measurements is 0, a whole number from 1 to 100 is allowed'],
    [{ interval: Duration.seconds(59) }, 'interval is 59 s, a whole number from 60 to 3600 s is allowed'],
  ])('GIVEN %j WHEN it is made THEN the message says what is allowed', (change, message) => {
    expect(() => successRate(chart(), change)).toThrow(`production/test/chart/web-success-rate: ${message}`);
  });
});
