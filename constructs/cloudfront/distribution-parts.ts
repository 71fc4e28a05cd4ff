import type * as cloudfront from '../../imports/cloudfront.services.k8s.aws';
import type { Bucket } from '../s3/bucket';
import type { CachePolicy } from './cache-policy';
import type { OriginAccessControl } from './origin-access-control';
import type { SecurityHeaders } from './response-headers-policy';

/** Where CloudFront gets what it does not have: a bucket, or a host that speaks HTTPS. */
export type Origin =
  | {
      /** It lets the distributions of the account read. */
      readonly bucket: Bucket;
      readonly accessControl: OriginAccessControl;
    }
  | { readonly domain: string };

/** What happens to requests of a path. */
export interface Behavior {
  /** The name of an origin of the distribution. */
  readonly origin: string;
  /** Left out, nothing is cached, every method is allowed, and the origin gets all that the viewer sent except `Host`. */
  readonly cachePolicy?: CachePolicy;
  readonly headers: SecurityHeaders;
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

/** In AWS's own order: the controller compares lists inside lists as they stand. */
const READING = ['HEAD', 'GET'];
const EVERY_METHOD = ['HEAD', 'DELETE', 'POST', 'GET', 'OPTIONS', 'PUT', 'PATCH'];

/*
 * Origins and behaviours stand in lists, which the controller compares whole: what AWS answers with is written out, its
 * defaults and empty texts too, or the controller would see a difference for ever.
 */

/** An origin; only what is cached goes through the shield, for the rest it would be one more hop that costs. */
export function renderOrigin(
  id: string,
  origin: Origin,
  region: string,
): cloudfront.DistributionSpecDistributionConfigOriginsItems {
  const common = { id, originPath: '', connectionAttempts: 3, connectionTimeout: 10, customHeaders: {} };
  if ('bucket' in origin)
    return {
      ...common,
      domainName: `${origin.bucket.awsName}.s3.${origin.bucket.region}.amazonaws.com`,
      originAccessControlId: origin.accessControl.id,
      originShield: { enabled: true, originShieldRegion: region },
      s3OriginConfig: { originAccessIdentity: '', originReadTimeout: 30 },
    };
  return {
    ...common,
    domainName: origin.domain,
    originAccessControlId: '',
    originShield: { enabled: false },
    customOriginConfig: {
      httpPort: 80,
      httpSPort: 443,
      ipAddressType: 'ipv4',
      originProtocolPolicy: 'https-only',
      originSslProtocols: { items: ['TLSv1.2'] },
      originReadTimeout: 30,
      originKeepaliveTimeout: 5,
    },
  };
}

export function renderBehavior(
  { origin, cachePolicy, headers }: Behavior,
  realtimeLogConfigArn: string | undefined,
): cloudfront.DistributionSpecDistributionConfigDefaultCacheBehavior {
  return {
    targetOriginId: origin,
    viewerProtocolPolicy: 'redirect-to-https',
    compress: true,
    allowedMethods: { items: cachePolicy ? READING : EVERY_METHOD, cachedMethods: { items: READING } },
    cachePolicyId: cachePolicy?.id ?? CACHING_DISABLED,
    ...(!cachePolicy && { originRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER }),
    responseHeadersPolicyId: headers.id,
    ...(realtimeLogConfigArn !== undefined && { realtimeLogConfigArn }),
    fieldLevelEncryptionId: '',
    functionAssociations: {},
    lambdaFunctionAssociations: {},
    smoothStreaming: false,
    trustedKeyGroups: { enabled: false },
    trustedSigners: { enabled: false },
  };
}
