import { CLOUDFRONT_REGION, formatArn } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { MonitoringSubscription } from '../../imports/cloudfront.aws.m.upbound.io';
import * as cloudfront from '../../imports/cloudfront.services.k8s.aws';
import type { Certificate } from '../acm/certificate';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import type { Alias } from '../route53/record-set';
import type { Bucket } from '../s3/bucket';
import type { WebAcl } from '../wafv2/web-acl';
import { type Behavior, renderBehavior } from './cache-behavior';
import { type Origin, renderOrigin } from './origin';
import type { RealtimeLog } from './realtime-log-config';

/** Bounds: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html */
export interface DistributionProps {
  /** At most 128 characters. */
  readonly comment: string;
  /** The one name that it answers to; its record stands beside it. The certificate, in us-east-1, is for this name. */
  readonly domain: string;
  readonly certificate: Certificate;
  /** With the scope `CLOUDFRONT`. */
  readonly webAcl: WebAcl;
  readonly priceClass: 'PriceClass_100' | 'PriceClass_200' | 'PriceClass_All';
  /** By names of your own. */
  readonly origins: Readonly<Record<string, Origin>>;
  readonly defaultBehavior: Behavior;
  /** By path pattern such as `/api/*`, the first that fits counts. @default none */
  readonly behaviors?: Readonly<Record<string, Behavior>>;
  /** Of an answer to `/`, without a slash before it. */
  readonly defaultRootObject: string;
  /** What stands in for errors, of every behaviour. @default what the origin says */
  readonly errorPage?: ErrorPage;
  /** Of all behaviours. @default none */
  readonly realtimeLog?: RealtimeLog;
}

export interface ErrorPage {
  /** Viewers get them unchanged. */
  readonly codes: readonly number[];
  /** Below an origin, beginning with a slash. */
  readonly path: string;
  /** How long CloudFront leaves the origin alone then. */
  readonly cachedFor: Duration;
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-procedure.html */
const REPLACEABLE = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html */
const SHIELD_REGIONS =
  /^(?:us-east-[12]|us-west-2|ap-south-1|ap-northeast-[12]|ap-southeast-[12]|eu-central-1|eu-west-[12]|sa-east-1)$/;
/** The zone of every distribution: https://docs.aws.amazon.com/general/latest/gr/cf_region.html */
const HOSTED_ZONE_ID = 'Z2FDTNDATAQYW2';

/**
 * A CloudFront distribution: TLS 1.2 and above, HTTP/2 and 3, IPv6, compressed, behind a firewall, with every metric.
 */
export class Distribution extends AwsObject {
  /** Known once AWS has made it. */
  readonly id: string;
  /** Known once AWS has made it. */
  readonly arn: string;
  /** Such as `d111111abcdef8.cloudfront.net`. Known once AWS has made it. */
  readonly domainName: string;
  /** For the records of its name. */
  readonly alias: Alias;

  constructor(scope: Construct, id: string, props: DistributionProps) {
    super(scope, id);
    this.check(props);
    const { origins, defaultBehavior, behaviors = {}, certificate, realtimeLog, errorPage } = props;
    const { region } = this.landing;
    const resource = new cloudfront.Distribution(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        distributionConfig: {
          enabled: true,
          comment: props.comment,
          aliases: { items: [props.domain] },
          priceClass: props.priceClass,
          httpVersion: 'http2and3',
          isIpv6Enabled: true,
          webAclid: props.webAcl.arn,
          defaultRootObject: props.defaultRootObject,
          viewerCertificate: {
            acmCertificateArn: certificate.arn,
            minimumProtocolVersion: 'TLSv1.2_2021',
            sslSupportMethod: 'sni-only',
          },
          origins: { items: Object.entries(origins).map(([name, origin]) => renderOrigin(name, origin, region)) },
          defaultCacheBehavior: renderBehavior(defaultBehavior, realtimeLog?.arn),
          cacheBehaviors: {
            items: Object.entries(behaviors).map(([pathPattern, behavior]) => ({
              pathPattern,
              ...renderBehavior(behavior, realtimeLog?.arn),
            })),
          },
          ...(errorPage && { customErrorResponses: { items: errorItems(errorPage) } }),
        },
        tags: tagList(this.tags),
      },
    });
    for (const origin of Object.values(origins)) if ('bucket' in origin) this.read(origin.bucket);
    this.id = late(resource, 'status.id');
    this.arn = late(resource, 'status.ackResourceMetadata.arn');
    this.domainName = late(resource, 'status.domainName');
    // Route 53 refuses to ask a distribution for its health
    this.alias = { dnsName: this.domainName, hostedZoneId: HOSTED_ZONE_ID, evaluateTargetHealth: false };

    new MonitoringSubscription(this, 'Monitoring', {
      // without an external name: it is the distribution's
      metadata: { name: id },
      spec: {
        forProvider: {
          distributionId: this.id,
          monitoringSubscription: {
            realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: 'Enabled' },
          },
        },
      },
    });
  }

  /**
   * Lets every distribution of the account read, not this one alone: its id is known only once it is made, and a policy
   * that waited for it would have the bucket made by kro, without which the distribution has no origin.
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
   */
  private read(bucket: Bucket): void {
    const { account } = this.landing;
    const anyDistribution = { service: 'cloudfront', region: '', account, resource: 'distribution/*' };
    bucket.allow({
      sid: 'DistributionsRead',
      principals: { services: ['cloudfront.amazonaws.com'] },
      actions: ['s3:GetObject'],
      resources: [`${bucket.arn}/*`],
      conditions: {
        ArnLike: { 'aws:SourceArn': formatArn({ partition: this.partition, ...anyDistribution }) },
        StringEquals: { 'aws:SourceAccount': account },
      },
    });
  }

  private check(props: DistributionProps): void {
    const { comment, domain, certificate, webAcl, origins, defaultBehavior, behaviors = {}, errorPage } = props;
    const { region } = this.landing;
    this.requireLength('comment', comment, 128);
    if (certificate.domain !== domain)
      this.fail(`certificate is for '${certificate.domain}', only one for '${domain}' is allowed`);
    if (certificate.region !== CLOUDFRONT_REGION)
      this.fail(`certificate is in ${certificate.region}, only ${CLOUDFRONT_REGION} is allowed`);
    if (webAcl.scope !== 'CLOUDFRONT') this.fail(`webAcl is ${webAcl.scope}, only CLOUDFRONT is allowed`);
    if (!SHIELD_REGIONS.test(region)) this.fail(`region is ${region}, where CloudFront has no origin shield`);
    this.requireMatch('defaultRootObject', props.defaultRootObject, /^[^/].*$/, 'a path without a slash before it');
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
    this.requireRange('behaviors', Object.keys(behaviors).length, 0, 75);
    for (const [path, { origin }] of Object.entries({ '*': defaultBehavior, ...behaviors }))
      if (!(origin in origins))
        this.fail(`behavior ${path}: there is no origin '${origin}', allowed are ${Object.keys(origins).join(', ')}`);
    for (const path of Object.keys(behaviors)) {
      // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
      this.requireMatch(
        'path pattern',
        path,
        /^\/[\w\-.*$/~"'@:+&?]{0,254}$/,
        'at most 255 characters from a slash on',
      );
    }
    if (!errorPage) return;
    this.requireMatch('errorPage.path', errorPage.path, /^\/\S+$/, 'a path from a slash on');
    const wrong = errorPage.codes.find((code) => !REPLACEABLE.includes(code));
    if (wrong !== undefined) this.fail(`errorPage.codes has ${wrong}, allowed are ${REPLACEABLE.join(', ')}`);
  }
}

function errorItems({ codes, path, cachedFor }: ErrorPage) {
  return codes.map((code) => ({
    errorCode: code,
    responseCode: `${code}`,
    responsePagePath: path,
    errorCachingMinTtl: cachedFor.toSeconds(),
  }));
}
