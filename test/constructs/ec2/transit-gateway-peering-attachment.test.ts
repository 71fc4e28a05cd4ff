import { TransitGatewayPeering } from '../../../constructs/ec2/transit-gateway-peering-attachment';
import { chart } from '../scope';
import { hub } from './helpers';

describe('TransitGatewayPeering', () => {
  test('GIVEN a peering within a region THEN it is refused', () => {
    const scope = chart();
    expect(() => new TransitGatewayPeering(scope, 'p', { from: hub(scope, 'a'), to: hub(scope, 'b') })).toThrow(
      'both in us-east-1',
    );
  });
});
