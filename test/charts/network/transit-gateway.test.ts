import { TransitGateways } from '../../../charts/network/transit-gateway';
import { chart, environment, wired } from '../../constructs/scope';

describe('transit gateways', () => {
  const hubs = (change: object) => {
    const scope = chart({ edge: { ...environment().edge, ...change } });
    new TransitGateways(scope.node.scope!, 'transit-gateway', scope.environment);
    return wired(scope);
  };

  test('GIVEN production WHEN the hubs are made THEN routes wait for the accepted peering, and nothing leads to the premises', () => {
    const all = hubs({});
    const kinds = Object.keys(all);
    expect(all['TransitGatewayPeeringAttachmentAccepter home-to-dr']!.spec['forProvider']).toMatchObject({
      region: 'us-west-2',
      transitGatewayAttachmentIdRef: { name: 'home-to-dr' },
    });
    expect(kinds).toContain('TransitGatewayRoute vpcs-10-1-0-0-16');
    expect(kinds).toContain('TransitGatewayRoute vpcs-dr-10-0-0-0-16');
    expect(kinds.filter((kind) => /^VPN|^Gateway|^Customer| premises/.test(kind))).toEqual([]);
  });

  test('GIVEN production WHEN the hubs are made THEN every private and database route table leads to the other region', () => {
    const all = hubs({});
    const routes = Object.entries(all).filter(([key]) => key.startsWith('Route '));
    const { outputs } = environment();
    const of = (ids: readonly string[], region: string, destinationCidrBlock: string, name: string) =>
      ids.map((routeTableId) => ({
        region,
        routeTableId,
        destinationCidrBlock,
        transitGatewayIdRef: { name },
      }));
    expect(routes.map(([key]) => key)).toEqual([
      'Route private-us-east-1a-10-1-0-0-16',
      'Route private-us-east-1b-10-1-0-0-16',
      'Route private-us-east-1c-10-1-0-0-16',
      'Route database-10-1-0-0-16',
      'Route private-dr-10-0-0-0-16',
      'Route database-dr-10-0-0-0-16',
    ]);
    expect(routes.map(([, { spec }]) => spec['forProvider'])).toEqual([
      ...of([...outputs.privateRouteTableIds, outputs.databaseRouteTableId], 'us-east-1', '10.1.0.0/16', 'hub'),
      ...of([outputs.dr.privateRouteTableId, outputs.dr.databaseRouteTableId], 'us-west-2', '10.0.0.0/16', 'hub-dr'),
    ]);
  });

  test('GIVEN the switches on WHEN the hubs are made THEN the VPN and Direct Connect are there, with a route table and the ways back', () => {
    const { vpn, directConnect } = environment().edge;
    const all = hubs({ vpn: { ...vpn, enabled: true }, directConnect: { ...directConnect, enabled: true } });
    expect(Object.keys(all)).toEqual(
      expect.arrayContaining([
        'CustomerGateway vpn',
        'VPNConnection vpn',
        'Gateway direct-connect',
        'GatewayAssociation direct-connect',
        'TransitGatewayRouteTableAssociation premises-vpn',
        'TransitGatewayRouteTablePropagation vpcs-direct-connect',
        'TransitGatewayRouteTablePropagation premises-vpc',
        'TransitGatewayRoute vpcs-dr-172-16-0-0-16',
        'Route private-us-east-1c-172-16-0-0-16',
        'Route database-172-16-0-0-16',
        'Route private-dr-172-16-0-0-16',
        'Route database-dr-172-16-0-0-16',
      ]),
    );
    expect(all['VPNConnection vpn']!.spec['forProvider']).toMatchObject({
      customerGatewayIdRef: { name: 'vpn' },
      transitGatewayIdRef: { name: 'hub' },
    });
  });
});
