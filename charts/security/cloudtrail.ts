import { PlatformChart } from '../../constructs/platform-chart';
import { Trail } from '../../constructs/trail';
import { pending, pendingName } from '../pending';

/** Who did what in the account. */
export class CloudTrail extends PlatformChart {
  readonly trail = new Trail(this, 'platform-trail', {
    bucketName: pendingName(pending.logs, this.environment),
    keyPrefix: 'cloudtrail',
  });
}
