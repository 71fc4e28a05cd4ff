import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { NEVER_PRUNED } from '../core/annotations';
import { clusterScoped } from '../core/cluster-scoped';
import { exception } from '../core/exception';
import { type ContainerLimits, NamespaceResources, type Quota } from './namespace-resources';
import { NetworkPolicy } from './network-policy';
import { type PodConnections, PodNetwork } from './pod-network';

/** What Pods may do in a namespace beyond what Pod Security says. */
export interface PodPolicy extends PodConnections {
  /** @default no bound */
  readonly quota?: Quota;
  /** Of a single container. */
  readonly limits?: ContainerLimits;
}

export interface NamespaceProps {
  /** Region of ACK objects that name none themselves. */
  readonly defaultRegion?: string;
  /** Beside those of Pod Security. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** `none` where no Pod may run. @default Pods that reach the APIs of the cluster and of AWS */
  readonly pods?: PodPolicy | 'none';
  /** For agents of the nodes, which no lower level lets in: a namespace of their own. @default restricted */
  readonly podSecurity?: { readonly privileged: true; readonly because: string };
}

/**
 * A namespace, named by its id, in which Pods must meet Pod Security `restricted`, unless a reason says why they
 * cannot, and talk to nobody who is not named. Never pruned: deleting a namespace deletes everything in it
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/).
 */
export class Namespace extends Construct {
  constructor(scope: Construct, id: string, { defaultRegion, labels, pods = {}, podSecurity }: NamespaceProps = {}) {
    super(scope, id);
    const object = new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: id,
        labels: {
          ...labels,
          'pod-security.kubernetes.io/enforce': podSecurity ? 'privileged' : 'restricted',
          'pod-security.kubernetes.io/enforce-version': 'latest',
        },
        annotations: {
          ...NEVER_PRUNED,
          ...(podSecurity &&
            exception(this, { policy: 'namespace-pod-security', because: podSecurity.because, prop: 'podSecurity' })),
          ...(defaultRegion && { 'services.k8s.aws/default-region': defaultRegion }),
        },
      },
    });
    clusterScoped(object);
    new NetworkPolicy(this, 'default-deny', { namespace: id, ingress: [], egress: [] });
    const { quota, limits, ...connections } = pods === 'none' ? { quota: { pods: 0 } } : pods;
    new NamespaceResources(this, 'resources', { namespace: id, quota, limits });
    if (pods !== 'none') new PodNetwork(this, 'network', { name: 'platform', namespace: id, ...connections });
  }
}
