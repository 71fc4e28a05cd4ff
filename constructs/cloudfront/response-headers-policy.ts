import { late } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as cloudfront from '../../imports/cloudfront.services.k8s.aws';
import { AwsObject } from '../core/aws-object';

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html */
export interface SecurityHeadersProps {
  /** At most 128 characters. */
  readonly comment: string;
  /** What a page may load, and from where, as in the header `Content-Security-Policy`. */
  readonly contentSecurityPolicy: string;
  /**
   * How long browsers insist on TLS, for names below this one too; below a day is refused.
   * @default Duration.days(365)
   */
  readonly strictTransportSecurity?: Duration;
}

/** Headers that make browsers careful. They replace what the origin says, so that no origin can be the weak one. */
export class SecurityHeaders extends AwsObject {
  /** Known once AWS has made it. */
  readonly id: string;

  constructor(scope: Construct, id: string, props: SecurityHeadersProps) {
    super(scope, id);
    const { comment, contentSecurityPolicy, strictTransportSecurity = Duration.days(365) } = props;
    this.requireLength('comment', comment, 128);
    if (strictTransportSecurity.toSeconds() < Duration.days(1).toSeconds())
      this.fail(`strictTransportSecurity is ${strictTransportSecurity.toSeconds()} s, a day or more is allowed`);
    if (!/(?:^|;)\s*default-src /.test(contentSecurityPolicy))
      this.fail(
        `contentSecurityPolicy '${contentSecurityPolicy}' has no default-src, which everything unsaid falls to`,
      );

    const resource = new cloudfront.ResponseHeadersPolicy(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        responseHeadersPolicyConfig: {
          name: this.awsName,
          comment,
          securityHeadersConfig: {
            strictTransportSecurity: {
              accessControlMaxAgeSec: strictTransportSecurity.toSeconds(),
              includeSubdomains: true,
              preload: false,
              override: true,
            },
            contentTypeOptions: { override: true },
            frameOptions: { frameOption: 'DENY', override: true },
            referrerPolicy: { referrerPolicy: 'strict-origin-when-cross-origin', override: true },
            contentSecurityPolicy: { contentSecurityPolicy, override: true },
          },
        },
      },
    });
    this.id = late(resource, 'status.id');
  }
}
