import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { CachePolicy } from '../../constructs/cloudfront/cache-policy';
import { Distribution } from '../../constructs/cloudfront/distribution';
import { OriginAccessControl } from '../../constructs/cloudfront/origin-access-control';
import { RealtimeLog } from '../../constructs/cloudfront/realtime-log-config';
import { SecurityHeaders } from '../../constructs/cloudfront/response-headers-policy';
import { DeliveryStream } from '../../constructs/firehose/delivery-stream';
import { DataStream } from '../../constructs/kinesis/stream';
import { RecordSet } from '../../constructs/route53/record-set';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { Wafv2 } from '../security/wafv2';
import type { S3 } from '../storage/s3';
import type { Acm } from './acm';
import type { Route53 } from './route53';

interface CloudFrontUses {
  readonly acm: Acm;
  readonly route53: Route53;
  readonly s3: S3;
  readonly wafv2: Wafv2;
}

/** The platform's name on the internet: the site, and below `/api/` the API. */
export class CloudFront extends PlatformChart {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, environment: Environment, { acm, route53, s3, wafv2 }: CloudFrontUses) {
    super(scope, id, environment);
    const { api, domain, edge, users } = environment;
    // what the site's pages talk to
    const sources = [`https://${edge.apiDomain}`, `wss://${api.webSocketDomain}`, `https://${users.loginDomain}`];
    const headers = new SecurityHeaders(this, 'platform-security', {
      comment: 'Headers that make browsers careful',
      contentSecurityPolicy: `default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; connect-src 'self' ${sources.join(' ')}`,
    });
    this.distribution = new Distribution(this, 'platform', {
      comment: 'Site and API of the platform',
      domain,
      certificate: acm.cloudfront,
      webAcl: wafv2.cloudFront,
      priceClass: edge.cloudFront.priceClass,
      origins: {
        site: {
          bucket: s3.site,
          accessControl: new OriginAccessControl(this, 'site', { description: 'Bucket of the site' }),
        },
        api: { domain: edge.apiDomain },
      },
      defaultBehavior: { origin: 'site', cachePolicy: this.siteCache(), headers },
      behaviors: { '/api/*': { origin: 'api', headers } },
      defaultRootObject: 'index.html',
      // not 403, 404 or 500: pages are the whole distribution's, and would replace what the API says of its own errors
      errorPage: { codes: [502, 503, 504], path: '/errors/unavailable.html', cachedFor: Duration.seconds(10) },
      realtimeLog: this.realtimeLog(s3),
    });
    for (const type of ['A', 'AAAA'] as const)
      new RecordSet(this, `domain-${type.toLowerCase()}`, {
        zone: route53.zone,
        name: domain,
        type,
        alias: this.distribution.alias,
      });
  }

  private siteCache(): CachePolicy {
    return new CachePolicy(this, 'site-files', {
      comment: 'Files of the site',
      minTtl: Duration.seconds(1),
      defaultTtl: Duration.days(1),
      maxTtl: Duration.days(365),
    });
  }

  private realtimeLog({ logs }: S3): RealtimeLog {
    const { logSamplingPercent, logShards } = this.environment.edge.cloudFront;
    const stream = new DataStream(this, 'cloudfront-requests', { shards: logShards });
    new DeliveryStream(this, 'cloudfront-requests-to-s3', {
      from: stream,
      bucketArn: logs.arn,
      prefix: 'cloudfront/',
    });
    return new RealtimeLog(this, 'platform-requests', { to: stream, samplingPercent: logSamplingPercent });
  }
}
