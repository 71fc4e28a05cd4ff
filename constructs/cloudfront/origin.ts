import type * as cloudfront from '../../imports/cloudfront.services.k8s.aws';
import type { Bucket } from '../s3/bucket';
import type { OriginAccessControl } from './origin-access-control';

/** Where CloudFront gets what it does not have: a bucket, or a host that speaks HTTPS. */
export type Origin =
  | {
      /** It lets the distributions of the account read. */
      readonly bucket: Bucket;
      readonly accessControl: OriginAccessControl;
    }
  | { readonly domain: string };

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
