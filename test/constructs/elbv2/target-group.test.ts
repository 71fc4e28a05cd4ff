import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { TargetGroup } from '../../../constructs/elbv2/target-group';
import { chart, manifests } from '../scope';
import { targets } from './helpers';

describe('TargetGroup', () => {
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    ['a health check without a slash', (scope) => targets(scope, { healthCheckPath: 'x' }), 'a path of at most'],
    [
      'a health check every 5 s',
      (scope) => targets(scope, { healthCheckInterval: Duration.seconds(5) }),
      'from 6 to 300 s',
    ],
    ['a delay of two hours', (scope) => targets(scope, { deregistrationDelay: Duration.hours(2) }), 'from 0 to 3600 s'],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });

  test('GIVEN a target group WHEN its delay is asked THEN it is what AWS is told', () => {
    const scope = chart();
    const { deregistrationDelay } = new TargetGroup(scope, 'pods', { port: 80, healthCheckPath: '/' });
    expect(manifests(scope)['pods']!.spec['attributes']).toEqual([
      { key: 'deregistration_delay.timeout_seconds', value: String(deregistrationDelay.toSeconds()) },
    ]);
  });
});
