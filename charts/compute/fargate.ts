import { FargateLogging } from '../../constructs/fargate-logging';
import { FargateProfile } from '../../constructs/fargate-profile';
import { LogGroup } from '../../constructs/log-group';
import { Namespace } from '../../constructs/namespace';
import { PlatformChart } from '../../constructs/platform-chart';

/** Pods without nodes: everything in the namespace fargate. */
export class Fargate extends PlatformChart {
  readonly pods = new Namespace(this, 'fargate');

  readonly logGroup = new LogGroup(this, 'fargate-pods', {
    awsPrefix: `/aws/eks/${this.environment.outputs.clusterName}/`,
    retentionDays: this.environment.compute.fargateLogRetentionDays,
  });

  readonly logging = new FargateLogging(this, 'logging', this.logGroup);

  readonly profile = new FargateProfile(this, 'serverless', { namespaces: [this.pods], logGroup: this.logGroup });
}
