import { ARGOCD_NAMESPACE } from '../../constructs/argocd-place';
import { INTRANET } from '../../constructs/intranet';
import { Namespace } from '../../constructs/namespace';
import { quotaOf } from '../../constructs/namespace-resources';
import { AWS_NAMESPACE, PlatformChart } from '../../constructs/platform-chart';
import { INGRESS_LABEL } from '../../constructs/public-ingress-class';
import { ARGO_ROLLOUTS, EXTERNAL_DNS, EXTERNAL_SECRETS, KRO_NAMESPACE } from '../../lib/aws/components';
import { ACK_NAMESPACE, CROSSPLANE_NAMESPACE } from '../../lib/aws/controllers';

/** Of its repository server and of Redis, with its sentinels. */
const ARGOCD_PORTS = [8_081, 6_379, 26_379];

/**
 * The namespaces that the platform's objects and their controllers live in. Ports are those of the Pods that the
 * controllers' charts make.
 */
export class Namespaces extends PlatformChart {
  readonly aws = new Namespace(this, AWS_NAMESPACE, { defaultRegion: this.environment.region, pods: 'none' });

  readonly jenkins = new Namespace(this, 'jenkins', { pods: { quota: quotaOf(this.environment.quotas.jenkins) } });

  /** Made by the bootstrap, with nothing of this, and not at all where another environment's Argo CD is the cluster's. Its chart says who may come in to which of its Pods. */
  readonly argocd = this.environment.argocd.managedBy
    ? undefined
    : new Namespace(this, ARGOCD_NAMESPACE, {
        labels: { [INGRESS_LABEL]: INTRANET },
        pods: { metricsPorts: [], egress: [{ peers: [{ pods: {} }], ports: ARGOCD_PORTS }] },
      });

  readonly controllers = [
    new Namespace(this, ACK_NAMESPACE),
    new Namespace(this, ARGO_ROLLOUTS.namespace, { pods: { metricsPorts: [8_090] } }),
    // providers answer for conversions of their kinds, the core for deletions that something still needs
    new Namespace(this, CROSSPLANE_NAMESPACE, { pods: { webhookPorts: [9_443] } }),
    new Namespace(this, EXTERNAL_DNS.namespace, { pods: { metricsPorts: [7_979] } }),
    new Namespace(this, EXTERNAL_SECRETS.namespace, { pods: { webhookPorts: [10_250] } }),
    new Namespace(this, KRO_NAMESPACE, { pods: { reaches: ['kubernetes-api'], metricsPorts: [8_078] } }),
  ];
}
