import { FargateProfile } from '../../constructs/fargate-profile';
import { Namespace } from '../../constructs/namespace';
import { PlatformChart } from '../../constructs/platform-chart';

/** Pods without nodes: everything in the namespace fargate. */
export class Fargate extends PlatformChart {
  readonly pods = new Namespace(this, 'fargate');

  readonly profile = new FargateProfile(this, 'serverless', { namespaces: [this.pods] });
}
