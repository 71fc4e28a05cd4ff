import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { clusterScoped } from './cluster-scoped';
import { type ContainerLimits, NamespaceResources, type Quota } from './namespace-resources';
import { NetworkPolicy, type NetworkRule } from './network-policy';
import { NEVER_PRUNED } from './never-pruned';
import { PlatformChart } from './platform-chart';

/** Where Prometheus is, which reads everybody's metrics. */
export const OBSERVABILITY_NAMESPACE = 'observability';

/** What Pods may do in a namespace beyond what Pod Security says. */
export interface PodPolicy {
  /** What its Pods may reach beside DNS: the API servers of the cluster, AWS's APIs. @default both */
  readonly reaches?: readonly ('kubernetes-api' | 'aws')[];
  /** Where its Pods have metrics, for Prometheus. @default [8080] */
  readonly metricsPorts?: readonly number[];
  /** Where its Pods answer the API servers: admission and conversion webhooks, aggregated APIs. @default none */
  readonly webhookPorts?: readonly number[];
  /** What else may come in to every Pod. @default nothing */
  readonly ingress?: readonly NetworkRule[];
  /** What else may go out of every Pod. @default nothing */
  readonly egress?: readonly NetworkRule[];
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
}

const HTTPS = 443;

/** The service `kubernetes` has the first address of the services' range, which EKS takes from one of two: https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html */
const API_SERVICE = ['10.100.0.1/32', '172.20.0.1/32'];

/** The agent that hands out Pod identities: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html */
const POD_IDENTITY: NetworkRule = { peers: [{ cidrs: ['169.254.170.23/32'] }], ports: [80] };

/** AWS's addresses change, and S3's are public even behind its endpoint. */
const AWS: NetworkRule = { peers: [{ cidrs: ['0.0.0.0/0'] }], ports: [HTTPS] };

const DNS: NetworkRule = {
  peers: [{ namespace: 'kube-system', pods: { 'k8s-app': 'kube-dns' } }],
  ports: [53],
  protocols: ['UDP', 'TCP'],
};

/**
 * A namespace, named by its id, in which Pods must meet Pod Security `restricted`, and talk to nobody who is not named. Never pruned:
 * deleting a namespace deletes everything in it (https://kubernetes.io/docs/concepts/security/pod-security-standards/).
 */
export class Namespace extends Construct {
  constructor(scope: Construct, id: string, { defaultRegion, labels, pods = {} }: NamespaceProps = {}) {
    super(scope, id);
    const object = new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: id,
        labels: {
          ...labels,
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/enforce-version': 'latest',
        },
        annotations: {
          ...NEVER_PRUNED,
          ...(defaultRegion && { 'services.k8s.aws/default-region': defaultRegion }),
        },
      },
    });
    clusterScoped(object);
    new NetworkPolicy(this, 'default-deny', { namespace: id, ingress: [], egress: [] });
    const { quota, limits } = pods === 'none' ? { quota: { pods: 0 } } : pods;
    new NamespaceResources(this, 'resources', { namespace: id, quota, limits });
    if (pods !== 'none') this.allow(id, pods);
  }

  private allow(namespace: string, policy: PodPolicy): void {
    const { reaches = ['kubernetes-api', 'aws'], metricsPorts = [8_080], webhookPorts = [] } = policy;
    // in the private subnets, where the API servers have their network interfaces
    const apiServers = { cidrs: PlatformChart.environmentOf(this).network.privateSubnets };
    new NetworkPolicy(this, 'platform-egress', {
      namespace,
      egress: [
        DNS,
        ...(reaches.includes('kubernetes-api')
          ? [{ peers: [apiServers, { cidrs: API_SERVICE }], ports: [HTTPS] }]
          : []),
        ...(reaches.includes('aws') ? [POD_IDENTITY, AWS] : []),
        ...(policy.egress ?? []),
      ],
    });
    const ingress: NetworkRule[] = [
      ...(metricsPorts.length > 0 ? [{ peers: [{ namespace: OBSERVABILITY_NAMESPACE }], ports: metricsPorts }] : []),
      ...(webhookPorts.length > 0 ? [{ peers: [apiServers], ports: webhookPorts }] : []),
      ...(policy.ingress ?? []),
    ];
    if (ingress.length > 0) new NetworkPolicy(this, 'platform-ingress', { namespace, ingress });
  }
}
