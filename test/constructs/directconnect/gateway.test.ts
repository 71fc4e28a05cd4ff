import { DirectConnect } from '../../../constructs/directconnect/gateway';
import { hub } from '../ec2/helpers';
import { chart } from '../scope';

describe('DirectConnect', () => {
  test("GIVEN Direct Connect with the hub's own ASN THEN it is refused", () => {
    const scope = chart();
    expect(
      () => new DirectConnect(scope, 'd', { gateway: hub(scope, 'a'), asn: 64_512, allowedPrefixes: ['10.0.0.0/16'] }),
    ).toThrow("asn is 64512 as that of 'a'");
  });
});
