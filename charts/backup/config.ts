import { ConfigurationRecorder } from '../../constructs/configuration-recorder';
import { PlatformChart } from '../../constructs/platform-chart';
import { pending, pendingName } from '../pending';

/** What the account's resources look like, and looked like: Security Hub and the backup framework judge by it. */
export class Config extends PlatformChart {
  readonly recorder = new ConfigurationRecorder(this, 'configuration-recorder', {
    bucketName: pendingName(pending.logs, this.environment),
    keyPrefix: 'config',
  });
}
