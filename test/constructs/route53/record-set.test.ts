import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { RecordSet } from '../../../constructs/route53/record-set';
import { chart, manifests, wired } from '../scope';

const zone = (scope: PlatformChart, isPrivate = false) =>
  new HostedZone(scope, 'zone', { domain: 'company.com', comment: '', isPrivate });

describe('RecordSet', () => {
  test('GIVEN names WHEN records are made THEN they end in a dot, or the controller would append the zone', () => {
    const scope = chart();
    new RecordSet(scope, 'r', { zone: zone(scope), name: 'a.company.com', type: 'TXT', values: ['"x"'] });
    expect(wired(scope)['RecordSet r']!.spec).toMatchObject({
      name: 'a.company.com.',
      ttl: 300,
      hostedZoneRef: { from: { name: 'zone' } },
    });
    expect(manifests(scope)['zone']!.metadata.annotations).toMatchObject({
      'services.k8s.aws/deletion-policy': 'retain',
    });
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a record outside its zone',
      (scope) => new RecordSet(scope, 'r', { zone: zone(scope), name: 'a.other.com', type: 'A', values: ['10.0.0.1'] }),
      'only company.com and names below it',
    ],
    [
      "a CNAME at the zone's own name",
      (scope) => new RecordSet(scope, 'r', { zone: zone(scope), name: 'company.com', type: 'CNAME', values: ['a.b.'] }),
      'a CNAME is not allowed',
    ],
    [
      'an alias of type TXT',
      (scope) =>
        new RecordSet(scope, 'r', {
          zone: zone(scope),
          name: 'company.com',
          type: 'TXT',
          alias: { dnsName: 'a', hostedZoneId: 'Z1' },
        }),
      'an alias of type TXT is not allowed',
    ],
    [
      'a time to live beyond 31 bits',
      (scope) =>
        new RecordSet(scope, 'r', {
          zone: zone(scope),
          name: 'company.com',
          type: 'TXT',
          values: ['"x"'],
          ttl: Duration.days(24_856),
        }),
      'from 0 to 2147483647 s',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
