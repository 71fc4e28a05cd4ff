import type { Construct } from 'constructs';
import { ConfigurationRecorder } from '../../constructs/config/configuration-recorder';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { S3 } from '../storage/s3';

/** What the account's resources look like, and looked like: Security Hub and the backup framework judge by it. */
export class Config extends PlatformChart {
  readonly recorder: ConfigurationRecorder;

  constructor(scope: Construct, id: string, environment: Environment, { s3 }: { readonly s3: S3 }) {
    super(scope, id, environment);
    this.recorder = new ConfigurationRecorder(this, 'configuration-recorder', { bucket: s3.logs, keyPrefix: 'config' });
  }
}
