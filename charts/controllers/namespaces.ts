import {
  ACK_NAMESPACE,
  ARGO_ROLLOUTS,
  CROSSPLANE_NAMESPACE,
  EXTERNAL_DNS,
  EXTERNAL_SECRETS,
  KRO_NAMESPACE,
  MONITORING_NAMESPACE,
  NODE_AGENTS_NAMESPACE,
} from '@aws-platform/engine/aws';
import { ARGOCD_NAMESPACE } from '../../constructs/argocd/names';
import { AWS_NAMESPACE } from '../../constructs/core/aws-namespace';
import {
  AGENT_LABELS,
  JENKINS_AGENTS_NAMESPACE,
  JENKINS_CHECKS_NAMESPACE,
  JENKINS_NAMESPACE,
  JENKINS_PORT,
} from '../../constructs/jenkins/names';
import { Namespace } from '../../constructs/kubernetes/namespace';
import type { NetworkPeer } from '../../constructs/kubernetes/network-policy';
import { ingressLabel } from '../../constructs/load-balancer-controller/ingress-label';
import { INTRANET } from '../../constructs/load-balancer-controller/intranet';
import { PlatformChart } from '../platform-chart';
import { quotaOf } from '../quota';

/** Of its repository server and of Redis, with its sentinels. */
const ARGOCD_PORTS = [8_081, 6_379, 26_379];

/** Where everybody has metrics: nodes, the cluster's DNS, Argo CD, controllers, agents and workloads. */
const METRICS_PORTS = [
  2_020, 7_979, 8_078, 8_080, 8_082, 8_083, 8_084, 8_085, 8_090, 8_888, 9_001, 9_090, 9_100, 9_153, 10_250,
];

/**
 * The namespaces that the platform's objects and their controllers live in. Ports are those of the Pods that the
 * controllers' charts make.
 */
export class Namespaces extends PlatformChart {
  readonly aws = new Namespace(this, AWS_NAMESPACE, { defaultRegion: this.environment.region, pods: 'none' });

  /** Before what delivery has in it, because security puts its secrets there. */
  readonly jenkins = new Namespace(this, JENKINS_NAMESPACE, {
    labels: ingressLabel(this, INTRANET),
    pods: {
      metricsPorts: [JENKINS_PORT],
      ingress: [
        {
          peers: [JENKINS_AGENTS_NAMESPACE, JENKINS_CHECKS_NAMESPACE].map((namespace) => ({
            namespace,
            pods: AGENT_LABELS,
          })),
          ports: [JENKINS_PORT],
        },
        // the load balancer's addresses are in the private subnets
        { peers: [{ cidrs: this.environment.network.privateSubnets }], ports: [JENKINS_PORT] },
      ],
      quota: quotaOf(this.environment.quotas.jenkins),
    },
  });

  /**
   * Made by the bootstrap, with nothing of this. Its chart says who may come in to which of its Pods. A managed
   * environment has none.
   */
  readonly argocd = this.environment.argocd.managedBy
    ? undefined
    : new Namespace(this, ARGOCD_NAMESPACE, {
        labels: ingressLabel(this, INTRANET),
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

  readonly monitoring = new Namespace(this, MONITORING_NAMESPACE, {
    pods: {
      // kube-state-metrics and the operator, the agents, the collectors
      metricsPorts: [8_080, 8_888, 9_090],
      // Pods have addresses of the private subnets, as nodes have:
      // https://docs.aws.amazon.com/eks/latest/userguide/managing-vpc-cni.html
      ingress: [{ peers: [this.subnets], ports: [2_000, 4_317, 4_318] }],
      egress: [{ peers: [this.subnets], ports: METRICS_PORTS }],
    },
  });

  readonly nodeAgents = new Namespace(this, NODE_AGENTS_NAMESPACE, {
    // of Fluent Bit; the node exporter is on the nodes' own network, which no policy holds
    pods: { metricsPorts: [2_020] },
    podSecurity: {
      privileged: true,
      because:
        "the node exporter reads the node's own processes and network, and Fluent Bit the logs that the kubelet keeps on its disk",
    },
  });

  private get subnets(): NetworkPeer {
    return { cidrs: this.environment.network.privateSubnets };
  }
}
