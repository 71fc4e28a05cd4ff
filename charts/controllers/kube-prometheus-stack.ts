import {
  awsKinds,
  byGroup,
  type KindInUse,
  MONITORING_NAMESPACE,
  NODE_AGENTS_NAMESPACE,
  objectMetricsOf,
} from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { RESTRICTED_CONTAINER, type RestrictedContainer } from '../../constructs/kubernetes/security-context';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { releaseOf } from './releases';

/**
 * https://github.com/prometheus-community/helm-charts/tree/kube-prometheus-stack-88.5.3/charts/kube-prometheus-stack
 */
const CHART = {
  repository: 'https://prometheus-community.github.io/helm-charts',
  name: 'kube-prometheus-stack',
  version: '88.5.3',
} as const;

type Switch = { readonly enabled: boolean };

/** Of that chart's values.yaml, and of those of kube-state-metrics 8.4.0 and prometheus-node-exporter 4.56.1 in it. */
interface KubePrometheusStackValues {
  readonly fullnameOverride: string;
  readonly crds: Switch;
  readonly defaultRules: { readonly create: boolean };
  readonly alertmanager: Switch;
  readonly grafana: Switch;
  readonly prometheus: Switch;
  readonly kubeControllerManager: Switch;
  readonly kubeEtcd: Switch;
  readonly kubeProxy: Switch;
  readonly kubeScheduler: Switch;
  readonly coreDns: Switch;
  readonly kubeApiServer: Switch;
  readonly kubelet: Switch;
  readonly prometheusOperator: {
    readonly image: { readonly tag: string };
    readonly prometheusConfigReloader: {
      readonly image: { readonly tag: string };
      readonly resources: ContainerResources;
    };
    readonly admissionWebhooks: Switch;
    readonly tls: Switch;
    readonly kubeletEndpointsEnabled: boolean;
    readonly kubeletEndpointSliceEnabled: boolean;
    readonly logFormat: 'json' | 'logfmt';
    readonly resources: ContainerResources;
  };
  readonly 'kube-state-metrics': {
    readonly fullnameOverride: string;
    readonly collectorsExclude: readonly string[];
    readonly customResourceState: Switch & { readonly config: object };
    readonly rbac: { readonly extraRules: readonly PolicyRule[] };
    readonly resources: ContainerResources;
  };
  readonly 'prometheus-node-exporter': {
    readonly fullnameOverride: string;
    readonly namespaceOverride: string;
    readonly containerSecurityContext: RestrictedContainer;
    readonly priorityClassName: string;
    readonly resources: ContainerResources;
  };
}

interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly ('list' | 'watch')[];
}

export interface KubePrometheusStackProps {
  /** Those of the operator's group. */
  readonly kinds: readonly KindInUse[];
  /** Those of the environment: of AWS's among them, conditions become metrics. */
  readonly inUse: readonly KindInUse[];
}

/**
 * The operator that runs Prometheus agents, kube-state-metrics and the node exporter. Nothing in the cluster keeps
 * metrics, computes rules or shows dashboards: charts/observability has the agent, and AWS does the rest.
 */
export class KubePrometheusStack extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { kinds, inUse }: KubePrometheusStackProps) {
    super(scope, id, environment);
    const project = new HelmProject(this, 'helm-kube-prometheus-stack', {
      description: 'The operator of Prometheus agents, and what tells metrics of objects and nodes',
      clusterKinds: [
        'apiextensions.k8s.io/CustomResourceDefinition',
        'rbac.authorization.k8s.io/ClusterRole',
        'rbac.authorization.k8s.io/ClusterRoleBinding',
      ],
      namespacedKinds: [
        '/ConfigMap',
        '/Service',
        '/ServiceAccount',
        'apps/DaemonSet',
        'apps/Deployment',
        'monitoring.coreos.com/ServiceMonitor',
      ],
    });
    project.allowNamespace(NODE_AGENTS_NAMESPACE);
    // a Service in front of the cluster's DNS, so that it can be asked
    project.allowNamespace('kube-system');
    const release = releaseOf(kinds, 'prometheus-operator/prometheus-operator');
    const aws = awsKinds(inUse);
    const resources = (cpu: string, request: string, limit: string) =>
      containerResources(this.node.path, { request: cpu, limit: '1000m' }, { request, limit });
    new HelmApplication<KubePrometheusStackValues>(this, CHART.name, {
      project,
      chart: CHART,
      namespace: MONITORING_NAMESPACE,
      // the files that imports/ was made of
      crds: {
        from: 'git',
        installs: ['monitoring.coreos.com'],
        repository: `https://github.com/${release.repository}`,
        revision: release.tag,
        folder: release.folder,
        include: 'monitoring.coreos.com_*.yaml',
      },
      metrics: 'by its own chart',
      values: {
        fullnameOverride: CHART.name,
        crds: { enabled: false },
        // rules are those of the workspace: charts/observability/prometheus.ts
        defaultRules: { create: false },
        alertmanager: { enabled: false },
        grafana: { enabled: false },
        prometheus: { enabled: false },
        // AWS runs them, and lets nobody ask
        kubeControllerManager: { enabled: false },
        kubeEtcd: { enabled: false },
        kubeScheduler: { enabled: false },
        // its port answers on the node itself only: https://github.com/aws/containers-roadmap/issues/657
        kubeProxy: { enabled: false },
        coreDns: { enabled: true },
        kubeApiServer: { enabled: true },
        kubelet: { enabled: true },
        prometheusOperator: {
          image: { tag: release.tag },
          prometheusConfigReloader: { image: { tag: release.tag }, resources: resources('10m', '32Mi', '64Mi') },
          // they check rules and Alertmanagers, which nobody makes
          admissionWebhooks: { enabled: false },
          tls: { enabled: false },
          kubeletEndpointsEnabled: false,
          kubeletEndpointSliceEnabled: true,
          logFormat: 'json',
          resources: resources('50m', '128Mi', '256Mi'),
        },
        'kube-state-metrics': {
          fullnameOverride: 'kube-state-metrics',
          // what Secrets and ConfigMaps are called is nobody's business, and leases change every few seconds
          collectorsExclude: ['certificatesigningrequests', 'configmaps', 'leases', 'secrets', 'volumeattachments'],
          customResourceState: { enabled: true, config: objectMetricsOf(aws) },
          rbac: {
            extraRules: byGroup(aws).map(([group, own]) => ({
              apiGroups: [group],
              resources: own.map(({ plural }) => plural).sort(),
              verbs: ['list', 'watch'],
            })),
          },
          resources: resources('50m', '256Mi', '512Mi'),
        },
        'prometheus-node-exporter': {
          fullnameOverride: 'node-exporter',
          namespaceOverride: NODE_AGENTS_NAMESPACE,
          containerSecurityContext: RESTRICTED_CONTAINER,
          // a node that is full is the one that has to be looked at
          priorityClassName: 'system-node-critical',
          resources: resources('20m', '32Mi', '64Mi'),
        },
      },
    });
  }
}
