import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { Certificate } from '../../../constructs/acm/certificate';
import { Distribution, type DistributionProps } from '../../../constructs/cloudfront/distribution';
import { OriginAccessControl } from '../../../constructs/cloudfront/origin-access-control';
import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { RecordSet } from '../../../constructs/route53/record-set';
import { WebAcl } from '../../../constructs/wafv2/web-acl';
import { mentionsOf } from '../../../packages/engine/src/references/mentions';
import { bucket, chart, manifests, wired } from '../scope';
import { cache, headers } from './helpers';

const DOMAIN = 'a.company.com';

const zone = (scope: PlatformChart) => new HostedZone(scope, 'zone', { domain: 'company.com', comment: '' });
const acl = (scope: PlatformChart, change: object = {}) =>
  new WebAcl(scope, 'acl', {
    description: 'A firewall',
    scope: 'CLOUDFRONT',
    region: 'us-east-1',
    rules: [],
    logRetentionDays: 7,
    ...change,
  });

function distribution(scope: PlatformChart, change: Partial<DistributionProps> = {}): Distribution {
  return new Distribution(scope, 'front', {
    comment: 'A distribution',
    domain: DOMAIN,
    certificate: change.certificate ?? new Certificate(scope, 'cert', { zone: zone(scope), domain: DOMAIN }),
    webAcl: change.webAcl ?? acl(scope),
    priceClass: 'PriceClass_100',
    origins: { api: { domain: 'api.company.com' } },
    defaultBehavior: change.defaultBehavior ?? { origin: 'api', headers: headers(scope) },
    defaultRootObject: 'index.html',
    ...change,
  });
}

const configOf = (scope: PlatformChart) =>
  wired(scope)['Distribution front']!.spec['distributionConfig'] as Record<string, never>;

describe('Distribution', () => {
  test('GIVEN only what is needed WHEN it is made THEN viewers and origins speak TLS, and nothing is cached', () => {
    const scope = chart();
    distribution(scope);
    expect(configOf(scope)).toMatchObject({
      aliases: { items: [DOMAIN] },
      httpVersion: 'http2and3',
      isIPV6Enabled: true,
      viewerCertificate: { minimumProtocolVersion: 'TLSv1.2_2021', sslSupportMethod: 'sni-only' },
      origins: {
        items: [
          {
            originShield: { enabled: false },
            customOriginConfig: { originProtocolPolicy: 'https-only', httpSPort: 443 },
          },
        ],
      },
      defaultCacheBehavior: {
        viewerProtocolPolicy: 'redirect-to-https',
        cachePolicyID: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        originRequestPolicyID: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      },
    });
  });

  test('GIVEN a bucket WHEN it is an origin THEN it is cached behind the shield, signed for, and only read', () => {
    const scope = chart();
    const accessControl = new OriginAccessControl(scope, 'site', { description: '' });
    distribution(scope, {
      origins: { site: { bucket: bucket(scope, 'files'), accessControl } },
      defaultBehavior: { origin: 'site', headers: headers(scope), cachePolicy: cache(scope) },
    });
    const { origins, defaultCacheBehavior } = configOf(scope) as Record<string, { items: unknown[] }>;
    expect(origins!.items[0]).toMatchObject({
      domainName: 'files-123456789012-us-east-1.s3.us-east-1.amazonaws.com',
      originAccessControlID: expect.stringContaining('site.status.id'),
      originShield: { enabled: true, originShieldRegion: 'us-east-1' },
    });
    expect(defaultCacheBehavior).toMatchObject({ compress: true, allowedMethods: { items: ['HEAD', 'GET'] } });
    expect(mentionsOf(wired(scope)['Distribution front']!)).toContainEqual(
      expect.objectContaining({ by: 'arn', arn: 'arn:aws:s3:::files-123456789012-us-east-1', needed: false }),
    );
    expect(JSON.parse(String(manifests(scope)['files']!.spec['policy'])).Statement[0]).toEqual({
      Sid: 'DistributionsRead',
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::files-123456789012-us-east-1/*',
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudfront::123456789012:distribution/*' },
        StringEquals: { 'aws:SourceAccount': '123456789012' },
      },
    });
  });

  test('GIVEN its alias WHEN a record leads to it THEN Route 53 does not ask for its health: AWS refuses that', () => {
    const scope = chart();
    const { alias } = distribution(scope);
    new RecordSet(scope, 'record', {
      zone: scope.node.findChild('zone') as HostedZone,
      name: DOMAIN,
      type: 'A',
      alias,
    });
    expect(wired(scope)['RecordSet record']!.spec['aliasTarget']).toMatchObject({
      hostedZoneID: 'Z2FDTNDATAQYW2',
      evaluateTargetHealth: false,
    });
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    ['a comment of 129 characters', (scope) => distribution(scope, { comment: 'a'.repeat(129) }), 'at most 128'],
    [
      'a certificate for another name',
      (scope) => distribution(scope, { domain: 'b.company.com' }),
      "only one for 'b.company.com' is allowed",
    ],
    [
      'a certificate elsewhere',
      (scope) =>
        distribution(scope, {
          certificate: new Certificate(scope, 'cert', { zone: zone(scope), domain: DOMAIN, region: 'us-west-2' }),
        }),
      'certificate is in us-west-2, only us-east-1',
    ],
    [
      'a regional firewall',
      (scope) => distribution(scope, { webAcl: acl(scope, { scope: 'REGIONAL' }) }),
      'only CLOUDFRONT is allowed',
    ],
    [
      'a behaviour without its origin',
      (scope) => distribution(scope, { origins: { site: { domain: DOMAIN } } }),
      "there is no origin 'api', allowed are site",
    ],
    [
      'a pattern without a slash',
      (scope) => distribution(scope, { behaviors: { 'api/*': { origin: 'api' } as never } }),
      "path pattern 'api/*'",
    ],
    ['a root object with a slash', (scope) => distribution(scope, { defaultRootObject: '/a' }), 'without a slash'],
    [
      'a page for an error that has none',
      (scope) => distribution(scope, { errorPage: { codes: [418], path: '/a', cachedFor: Duration.seconds(1) } }),
      'errorPage.codes has 418, allowed are 400, 403',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
