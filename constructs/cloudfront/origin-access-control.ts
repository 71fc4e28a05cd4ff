import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as cloudfront from '../../imports/cloudfront.services.k8s.aws';
import { AwsObject } from '../core/aws-object';

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html */
export interface OriginAccessControlProps {
  readonly description: string;
}

/** CloudFront's signature under its requests to buckets, by which a bucket's policy knows the distribution. */
export class OriginAccessControl extends AwsObject {
  /** Known once AWS has made it. */
  readonly id: string;

  constructor(scope: Construct, id: string, { description }: OriginAccessControlProps) {
    super(scope, id);
    this.requireLength('name', this.awsName, 64);
    const resource = new cloudfront.OriginAccessControl(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        originAccessControlConfig: {
          name: this.awsName,
          description,
          originAccessControlOriginType: 's3',
          signingBehavior: 'always',
          signingProtocol: 'sigv4',
        },
      },
    });
    this.id = late(resource, 'status.id');
  }
}
