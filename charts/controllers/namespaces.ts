import { Namespace } from '../../constructs/namespace';
import { quotaOf } from '../../constructs/namespace-resources';
import { AWS_NAMESPACE, PlatformChart } from '../../constructs/platform-chart';

/** The namespaces that the platform's objects live in. Argo CD's own is made by the bootstrap. */
export class Namespaces extends PlatformChart {
  readonly aws = new Namespace(this, AWS_NAMESPACE, { defaultRegion: this.environment.region, pods: 'none' });

  readonly jenkins = new Namespace(this, 'jenkins', { pods: { quota: quotaOf(this.environment.quotas.jenkins) } });
}
