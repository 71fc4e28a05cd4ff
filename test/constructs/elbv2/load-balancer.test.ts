import type { PlatformChart } from '../../../charts/platform-chart';
import { InternalLoadBalancer } from '../../../constructs/elbv2/load-balancer';
import { group } from '../ec2/helpers';
import { chart } from '../scope';
import { loadBalancer } from './helpers';

describe('InternalLoadBalancer', () => {
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    ['a load balancer named internal-', (scope) => loadBalancer(scope, 'internal-alb'), "not 'internal-' in front"],
    ['a name of 33 characters', (scope) => loadBalancer(scope, 'a'.repeat(33)), 'at most 32 letters'],
    [
      'a load balancer in one subnet',
      (scope) =>
        new InternalLoadBalancer(scope, 'a', {
          subnetIds: ['subnet-1'],
          securityGroup: group(scope, {}),
          deletionProtection: true,
        }),
      'at least two availability zones',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
