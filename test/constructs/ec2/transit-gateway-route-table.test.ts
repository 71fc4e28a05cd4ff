import type { PlatformChart } from '../../../charts/platform-chart';
import { TransitGatewayPeering } from '../../../constructs/ec2/transit-gateway-peering-attachment';
import { TransitGatewayRouteTable } from '../../../constructs/ec2/transit-gateway-route-table';
import { chart } from '../scope';
import { attachment, hub } from './helpers';

describe('TransitGatewayRouteTable', () => {
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a route to what is attached elsewhere',
      (scope) =>
        new TransitGatewayRouteTable(scope, 't', {
          gateway: hub(scope, 'a'),
          associations: [],
          routes: [{ cidr: '10.1.0.0/16', via: attachment(scope, hub(scope, 'b', 'us-west-2')) }],
        }),
      "route to 10.1.0.0/16: 'vpc-of-b' is not attached to 'a' but to 'b'",
    ],
    [
      'two routes to one network',
      (scope) => {
        const gateway = hub(scope, 'a');
        const via = attachment(scope, gateway);
        const route = { cidr: '10.1.0.0/16', via };
        return new TransitGatewayRouteTable(scope, 't', {
          gateway,
          associations: [via],
          routes: [route, { ...route }],
        });
      },
      'two routes to 10.1.0.0/16',
    ],
    [
      'a peering that is to tell its routes',
      (scope) => {
        const gateway = hub(scope, 'a');
        const peering = new TransitGatewayPeering(scope, 'p', { from: gateway, to: hub(scope, 'b', 'us-west-2') });
        return new TransitGatewayRouteTable(scope, 't', { gateway, associations: [peering], propagations: [peering] });
      },
      'a peering has static routes only',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
