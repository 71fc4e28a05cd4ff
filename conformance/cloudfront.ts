import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { every } from './readers';

const DISTRIBUTION = 'cloudfront.services.k8s.aws/Distribution';
const CONFIG = 'spec.distributionConfig';
const isTrueOfAll = (holds: (distribution: Manifest) => boolean) => (evidence: Evidence) =>
  every(evidence.all(DISTRIBUTION), holds);

interface CachedOrigin {
  readonly s3OriginConfig?: object;
  readonly originShield?: { readonly enabled?: boolean };
}

/** What the document asks of CloudFront. */
export const cloudfront: readonly DocumentValue[] = [
  {
    path: 'CloudFront: Edge Locations: Reduced latency for global users',
    value: ['PriceClass_All'],
    read: (evidence) => evidence.all(DISTRIBUTION).map((one) => at(one, `${CONFIG}.priceClass`)),
  },
  {
    path: 'CloudFront: Origin Shield',
    value: true,
    read: isTrueOfAll((one) => {
      const origins = at(one, `${CONFIG}.origins.items`) as CachedOrigin[];
      const cached = origins.filter(({ s3OriginConfig }) => s3OriginConfig !== undefined);
      return cached.length > 0 && cached.every(({ originShield }) => originShield?.enabled === true);
    }),
  },
  {
    path: 'CloudFront: Security Features: WAF integration',
    value: true,
    read: isTrueOfAll((one) => at(one, `${CONFIG}.webACLID`) !== undefined),
  },
  {
    path: 'CloudFront: Real-time Logs',
    value: true,
    read: isTrueOfAll(
      (one) =>
        at(one, `${CONFIG}.defaultCacheBehavior.realtimeLogConfigARN`) !== undefined &&
        (at(one, `${CONFIG}.cacheBehaviors.items`) as { realtimeLogConfigARN?: string }[]).every(
          ({ realtimeLogConfigARN }) => realtimeLogConfigARN !== undefined,
        ),
    ),
  },
  {
    path: 'CloudFront: Real-time Logs: Detailed access analytics: sampled requests in percent',
    value: [100],
    read: (evidence) =>
      evidence
        .all('cloudfront.aws.m.upbound.io/RealtimeLogConfig')
        .map((one) => at(one, 'spec.forProvider.samplingRate')),
  },
];
