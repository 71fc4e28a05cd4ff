import { Namespace } from '../../constructs/namespace';
import { AWS_NAMESPACE, PlatformChart } from '../../constructs/platform-chart';
import {
  EXTERNAL_DNS,
  EXTERNAL_SECRETS,
  KRO_NAMESPACE,
  MONITORING_NAMESPACE,
  NODE_AGENTS_NAMESPACE,
} from '../../lib/aws/components';
import { ACK_NAMESPACE, CROSSPLANE_NAMESPACE } from '../../lib/aws/controllers';

/** The namespaces that the platform's objects and their controllers live in. Argo CD's own is made by the bootstrap. */
export class Namespaces extends PlatformChart {
  readonly aws = new Namespace(this, AWS_NAMESPACE, { defaultRegion: this.environment.region });

  readonly jenkins = new Namespace(this, 'jenkins');

  readonly controllers = [
    ACK_NAMESPACE,
    CROSSPLANE_NAMESPACE,
    EXTERNAL_DNS.namespace,
    EXTERNAL_SECRETS.namespace,
    KRO_NAMESPACE,
  ].map((name) => new Namespace(this, name));

  readonly monitoring = new Namespace(this, MONITORING_NAMESPACE);

  readonly nodeAgents = new Namespace(this, NODE_AGENTS_NAMESPACE, {
    podSecurity: {
      privileged: true,
      because:
        "the node exporter reads the node's own processes and network, and Fluent Bit the logs that the kubelet keeps on its disk",
    },
  });
}
