import type { PlatformChart } from '../../../charts/platform-chart';
import { Certificate } from '../../../constructs/acm/certificate';
import { ApiDomain, type ApiDomainProps } from '../../../constructs/apigatewayv2/domain-name';
import type { HttpApi } from '../../../constructs/apigatewayv2/http-api';
import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { chart, wired } from '../scope';
import { stage, zone } from './helpers';

describe('ApiDomain', () => {
  const domainOf = (scope: PlatformChart, change: Partial<ApiDomainProps> = {}) => {
    const domain = 'api.company.com';
    const ours = zone(scope);
    const live = stage(scope);
    return new ApiDomain(scope, 'name', {
      zone: ours,
      domain,
      certificate: new Certificate(scope, 'certificate', { zone: ours, domain }),
      api: scope.node.findChild('api') as HttpApi,
      stage: live,
      ...change,
    });
  };

  test('GIVEN an API and a certificate WHEN it gets a name THEN records lead there once AWS says where', () => {
    const scope = chart();
    domainOf(scope);
    const all = wired(scope);
    expect(all['DomainName name']!.metadata.annotations).toMatchObject({
      'crossplane.io/external-name': 'api.company.com',
    });
    expect(all['DomainName name']!.spec).toMatchObject({
      forProvider: {
        domainNameConfiguration: {
          certificateArn: '${certificate.status.ackResourceMetadata.arn}',
          endpointType: 'REGIONAL',
          securityPolicy: 'TLS_1_2',
        },
      },
    });
    expect(all['APIMapping name']!.spec).toMatchObject({
      forProvider: { apiId: '${api.status.apiID}', domainNameRef: { name: 'name' }, stage: '$default' },
    });
    for (const type of ['A', 'AAAA'])
      expect(all[`RecordSet name-${type.toLowerCase()}`]!.spec).toMatchObject({
        recordType: type,
        name: 'api.company.com.',
        aliasTarget: { dnsName: expect.stringContaining('.domainNameConfiguration.targetDomainName}') },
      });
  });

  test.each([
    [
      'a name outside the zone',
      { domain: 'api.other.com' },
      "domain 'api.other.com' lies outside the zone, only company.com",
    ],
    [
      'a certificate for another name',
      { domain: 'b.company.com' },
      "certificate is for 'api.company.com', only one for 'b.company.com'",
    ],
  ])('GIVEN %s WHEN an API gets it THEN it is refused', (_, change, message) => {
    expect(() => domainOf(chart(), change)).toThrow(message);
  });

  test('GIVEN a certificate of another region WHEN an API gets its name THEN it is refused', () => {
    const scope = chart();
    const elsewhere = new Certificate(scope, 'elsewhere', {
      zone: new HostedZone(scope, 'other', { domain: 'company.com', comment: '' }),
      domain: 'api.company.com',
      region: 'us-west-2',
    });
    expect(() => domainOf(scope, { certificate: elsewhere })).toThrow(
      'certificate is in us-west-2, only us-east-1 is allowed',
    );
  });
});
