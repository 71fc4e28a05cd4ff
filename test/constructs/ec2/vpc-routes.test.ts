import type { PlatformChart } from '../../../charts/platform-chart';
import { VpcRoutes } from '../../../constructs/ec2/vpc-routes';
import { chart } from '../scope';
import { attachment, hub } from './helpers';

describe('VpcRoutes', () => {
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a route of a VPC into itself',
      (scope) =>
        new VpcRoutes(scope, 'v', {
          routeTableId: 'rtb-1',
          attachment: attachment(scope, hub(scope, 'a')),
          vpcCidr: '10.0.0.0/16',
          destinations: ['10.0.128.0/17'],
        }),
      "route to 10.0.128.0/17 lies inside the VPC's own 10.0.0.0/16",
    ],
    [
      'two routes of a VPC to one network',
      (scope) =>
        new VpcRoutes(scope, 'v', {
          routeTableId: 'rtb-1',
          attachment: attachment(scope, hub(scope, 'a')),
          vpcCidr: '10.0.0.0/16',
          destinations: ['10.1.0.0/16', '10.1.0.0/16'],
        }),
      'production/test/chart/v: two routes to 10.1.0.0/16',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
