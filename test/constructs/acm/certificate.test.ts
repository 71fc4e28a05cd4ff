import type { PlatformChart } from '../../../charts/platform-chart';
import { Certificate } from '../../../constructs/acm/certificate';
import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { chart } from '../scope';

const zone = (scope: PlatformChart, isPrivate = false) =>
  new HostedZone(scope, 'zone', { domain: 'company.com', comment: '', isPrivate });

describe('Certificate', () => {
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a certificate for a name outside the zone',
      (scope) => new Certificate(scope, 'c', { zone: zone(scope), domain: 'notcompany.com' }),
      "domain 'notcompany.com' lies outside the zone",
    ],
    [
      'a certificate proven by a private zone',
      (scope) => new Certificate(scope, 'c', { zone: zone(scope, true), domain: 'a.company.com' }),
      'only a public one can prove',
    ],
    [
      'a certificate proven by one of another name',
      (scope) => {
        const one = zone(scope);
        const validatedBy = new Certificate(scope, 'a', { zone: one, domain: 'a.company.com' });
        return new Certificate(scope, 'b', { zone: one, domain: 'b.company.com', validatedBy });
      },
      "only a certificate for 'b.company.com' is allowed",
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
