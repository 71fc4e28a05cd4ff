import { TransitGateway } from '../../../constructs/ec2/transit-gateway';
import { chart } from '../scope';

describe('TransitGateway', () => {
  test('GIVEN a public ASN THEN it is refused', () => {
    expect(() => new TransitGateway(chart(), 'h', { description: '', region: 'us-east-1', asn: 7224 })).toThrow(
      'asn is 7224',
    );
  });
});
