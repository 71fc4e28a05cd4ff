import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { chart } from '../scope';

describe('HostedZone', () => {
  test('GIVEN a zone with a dot at the end THEN it is refused', () => {
    expect(() => new HostedZone(chart(), 'z', { domain: 'company.com.', comment: '' })).toThrow(
      'without a dot at the end',
    );
  });
});
