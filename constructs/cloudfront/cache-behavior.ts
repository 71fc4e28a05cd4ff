import type * as cloudfront from '../../imports/cloudfront.services.k8s.aws';
import type { CachePolicy } from './cache-policy';
import type { SecurityHeaders } from './response-headers-policy';

/** What happens to requests of a path. */
export interface Behavior {
  /** The name of an origin of the distribution. */
  readonly origin: string;
  /**
   * Left out, nothing is cached, every method is allowed, and the origin gets all that the viewer sent except `Host`.
   */
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
