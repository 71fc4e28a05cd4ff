import type { Construct } from 'constructs';
import { Trail } from '../../constructs/cloudtrail/trail';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { S3 } from '../storage/s3';

/** Who did what in the account. */
export class CloudTrail extends PlatformChart {
  readonly trail: Trail;

  constructor(scope: Construct, id: string, environment: Environment, { s3 }: { readonly s3: S3 }) {
    super(scope, id, environment);
    this.trail = new Trail(this, 'platform-trail', { bucket: s3.logs, keyPrefix: 'cloudtrail' });
  }
}
