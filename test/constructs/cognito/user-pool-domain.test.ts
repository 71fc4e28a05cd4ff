import type { PlatformChart } from '../../../charts/platform-chart';
import { Certificate } from '../../../constructs/acm/certificate';
import { UserPoolDomain } from '../../../constructs/cognito/user-pool-domain';
import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { chart, wired } from '../scope';
import { pool } from './helpers';

describe('UserPoolDomain', () => {
  const ours = (scope: PlatformChart) => new HostedZone(scope, 'zone', { domain: 'company.com', comment: '' });

  test('GIVEN a pool and a certificate WHEN it gets a name THEN the record leads where AWS says', () => {
    const scope = chart();
    const zone = ours(scope);
    const domain = 'auth.company.com';
    new UserPoolDomain(scope, 'login', {
      pool: pool(scope),
      zone,
      domain,
      certificate: new Certificate(scope, 'certificate', { zone, domain }),
    });
    const all = wired(scope);
    expect(all['UserPoolDomain login']!.spec['forProvider']).toMatchObject({
      domain,
      certificateArn: '${certificate.status.ackResourceMetadata.arn}',
    });
    expect(all['RecordSet login-alias']!.spec).toMatchObject({
      aliasTarget: { dnsName: '${login.status.atProvider.cloudfrontDistribution}', evaluateTargetHealth: false },
    });
  });

  test.each([
    [
      'a name outside the zone',
      'auth.other.com',
      'auth.company.com',
      'us-east-1',
      "domain 'auth.other.com' lies outside the zone",
    ],
    [
      'a certificate for another name',
      'auth.company.com',
      'b.company.com',
      'us-east-1',
      "certificate is for 'b.company.com', only one for 'auth.company.com'",
    ],
    [
      'a certificate of another region',
      'auth.company.com',
      'auth.company.com',
      'us-west-2',
      'certificate is in us-west-2, only us-east-1 is allowed',
    ],
  ])('GIVEN %s WHEN a pool gets it THEN it is refused', (_, domain, certified, region, message) => {
    const scope = chart();
    const zone = ours(scope);
    const certificate = new Certificate(scope, 'certificate', { zone, domain: certified, region });
    expect(() => new UserPoolDomain(scope, 'login', { pool: pool(scope), zone, domain, certificate })).toThrow(message);
  });
});
