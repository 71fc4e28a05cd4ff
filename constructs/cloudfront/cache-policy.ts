import { late } from '@aws-platform/engine/wiring';
import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as cloudfront from '../../imports/cloudfront.services.k8s.aws';
import { AwsObject } from '../core/aws-object';

/** Bounds: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html */
export interface CachePolicyProps {
  /** At most 128 characters. */
  readonly comment: string;
  /** Whatever the origin says. */
  readonly minTtl: Duration;
  /** Where the origin says nothing; from `minTtl` to `maxTtl`. */
  readonly defaultTtl: Duration;
  readonly maxTtl: Duration;
}

/**
 * How long CloudFront keeps what is the same for everybody: neither cookies nor headers nor query strings tell two
 * answers apart, except which compression the viewer takes.
 */
export class CachePolicy extends AwsObject {
  /** Known once AWS has made it. */
  readonly id: string;

  constructor(scope: Construct, id: string, props: CachePolicyProps) {
    super(scope, id);
    const { comment } = props;
    const [minTtl, defaultTtl, maxTtl] = [props.minTtl, props.defaultTtl, props.maxTtl].map((ttl) => ttl.toSeconds());
    this.requireLength('comment', comment, 128);
    if (minTtl! > defaultTtl! || defaultTtl! > maxTtl!)
      this.fail(
        `minTtl, defaultTtl and maxTtl are ${minTtl}, ${defaultTtl} and ${maxTtl} s, only a rising order is allowed`,
      );

    const resource = new cloudfront.CachePolicy(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        cachePolicyConfig: {
          name: this.awsName,
          comment,
          minTtl,
          defaultTtl,
          maxTtl,
          parametersInCacheKeyAndForwardedToOrigin: {
            enableAcceptEncodingBrotli: true,
            enableAcceptEncodingGzip: true,
            cookiesConfig: { cookieBehavior: 'none' },
            headersConfig: { headerBehavior: 'none' },
            queryStringsConfig: { queryStringBehavior: 'none' },
          },
        },
      },
    });
    this.id = late(resource, 'status.id');
  }
}
