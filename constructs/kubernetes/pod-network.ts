import { MONITORING_NAMESPACE } from '@aws-platform/engine/aws';
import { Construct } from 'constructs';
import { Landing } from '../core/landing';
import { type Labels, NetworkPolicy, type NetworkRule } from './network-policy';

/** Whom Pods may talk to, and who to them. */
export interface PodConnections {
  /** What they may reach beside DNS: the API servers of the cluster, AWS's APIs. @default both */
  readonly reaches?: readonly ('kubernetes-api' | 'aws')[];
  /** Where they have metrics, for Prometheus. @default [8080] */
  readonly metricsPorts?: readonly number[];
  /** Where they answer the API servers: admission and conversion webhooks, aggregated APIs. @default none */
  readonly webhookPorts?: readonly number[];
  /** What else may come in to every one. @default nothing */
  readonly ingress?: readonly NetworkRule[];
  /** What else may go out of every one. @default nothing */
  readonly egress?: readonly NetworkRule[];
}

export interface PodNetworkProps extends PodConnections {
  /** Of the policies, `<name>-egress` and `<name>-ingress`. */
  readonly name: string;
  readonly namespace: string;
  /** @default every Pod of the namespace */
  readonly pods?: Labels;
}

const HTTPS = 443;

/**
 * The service `kubernetes` has the first address of the services' range, which EKS takes from one of two:
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
 */
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

/** Lets Pods talk to nobody who is not named: a policy for each direction. */
export class PodNetwork extends Construct {
  constructor(scope: Construct, id: string, props: PodNetworkProps) {
    super(scope, id);
    const { name, namespace, pods, reaches = ['kubernetes-api', 'aws'] } = props;
    const { metricsPorts = [8_080], webhookPorts = [] } = props;
    // in the private subnets, where the API servers have their network interfaces
    const apiServers = { cidrs: Landing.need(this, 'vpc').privateCidrs };
    new NetworkPolicy(this, `${name}-egress`, {
      namespace,
      pods,
      egress: [
        DNS,
        ...(reaches.includes('kubernetes-api')
          ? [{ peers: [apiServers, { cidrs: API_SERVICE }], ports: [HTTPS] }]
          : []),
        ...(reaches.includes('aws') ? [POD_IDENTITY, AWS] : []),
        ...(props.egress ?? []),
      ],
    });
    const ingress: NetworkRule[] = [
      ...(metricsPorts.length > 0 ? [{ peers: [{ namespace: MONITORING_NAMESPACE }], ports: metricsPorts }] : []),
      ...(webhookPorts.length > 0 ? [{ peers: [apiServers], ports: webhookPorts }] : []),
      ...(props.ingress ?? []),
    ];
    new NetworkPolicy(this, `${name}-ingress`, { namespace, pods, ingress });
  }
}
