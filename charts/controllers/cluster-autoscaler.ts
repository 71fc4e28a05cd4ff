import { CLUSTER_AUTOSCALER } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { PodNetwork } from '../../constructs/kubernetes/pod-network';
import { RESTRICTED_CONTAINER, type RestrictedContainer } from '../../constructs/kubernetes/security-context';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/**
 * https://github.com/kubernetes/autoscaler/tree/cluster-autoscaler-chart-9.59.0/cluster-autoscaler/charts/cluster-autoscaler,
 * which has v1.35.0.
 */
const CHART = {
  repository: 'https://kubernetes.github.io/autoscaler',
  name: 'cluster-autoscaler',
  version: '9.59.0',
} as const;

const NAME = CHART.name;

/**
 * By the cluster's version, as it simulates that one's scheduler:
 * https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/README.md#releases
 */
const IMAGES: Readonly<Record<string, string>> = { '1.36': 'v1.36.1' };

/** Of that chart's values.yaml. */
interface ClusterAutoscalerValues {
  readonly fullnameOverride: string;
  readonly image: { readonly repository: string; readonly tag: string };
  readonly cloudProvider: 'aws';
  readonly awsRegion: string;
  /** Groups that have all the tags, where one says no value with any. */
  readonly autoDiscovery: { readonly clusterName: string; readonly tags: readonly string[] };
  /**
   * Arguments, by their names:
   * https://github.com/kubernetes/autoscaler/blob/cluster-autoscaler-1.36.1/cluster-autoscaler/FAQ.md#what-are-the-parameters-to-ca
   */
  readonly extraArgs: {
    readonly 'balance-similar-node-groups': boolean;
    readonly expander: 'least-waste' | 'price' | 'priority' | 'random';
    readonly 'skip-nodes-with-local-storage': boolean;
    readonly 'skip-nodes-with-system-pods': boolean;
  };
  readonly rbac: { readonly serviceAccount: { readonly create: boolean; readonly name: string } };
  readonly securityContext: {
    readonly runAsNonRoot: true;
    readonly runAsUser: number;
    readonly runAsGroup: number;
    readonly seccompProfile: { readonly type: 'RuntimeDefault' };
  };
  readonly containerSecurityContext: RestrictedContainer;
  readonly resources: ContainerResources;
}

/**
 * Cluster Autoscaler, which decides how many nodes the managed groups have, the bootstrap's general-purpose among them.
 * It finds them by tags of EKS's own (https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html);
 * Karpenter's nodes are in no group.
 */
export class ClusterAutoscaler extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    const { cluster, outputs, region } = environment;
    const { namespace, serviceAccount } = CLUSTER_AUTOSCALER;
    const tag = IMAGES[cluster.version];
    if (tag === undefined)
      throw new Error(
        `${this.node.path}: no Cluster Autoscaler is known for Kubernetes ${cluster.version}, only for ${Object.keys(IMAGES).join(', ')}`,
      );
    const project = new HelmProject(this, `helm-${NAME}`, {
      description: 'Cluster Autoscaler, which decides how many nodes the managed groups have',
      clusterKinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
      namespacedKinds: [
        '/Service',
        '/ServiceAccount',
        'apps/Deployment',
        'policy/PodDisruptionBudget',
        'rbac.authorization.k8s.io/Role',
        'rbac.authorization.k8s.io/RoleBinding',
      ],
    });
    new HelmApplication<ClusterAutoscalerValues>(this, NAME, {
      project,
      chart: CHART,
      namespace,
      // it has no kinds of its own, and a group that loses it keeps its nodes
      crds: { from: 'nobody' },
      metrics: { pods: { 'app.kubernetes.io/name': 'aws-cluster-autoscaler' }, endpoints: [{ port: 8_085 }] },
      values: {
        // its Role names its lease and its status so
        fullnameOverride: NAME,
        image: { repository: 'registry.k8s.io/autoscaling/cluster-autoscaler', tag },
        cloudProvider: 'aws',
        awsRegion: region,
        autoDiscovery: {
          clusterName: outputs.clusterName,
          tags: [
            'k8s.io/cluster-autoscaler/enabled=true',
            `k8s.io/cluster-autoscaler/${outputs.clusterName}=owned`,
            // on managed ones alone
            'eks:nodegroup-name',
          ],
        },
        extraArgs: {
          // a group's nodes are in all zones alike
          'balance-similar-node-groups': true,
          expander: 'least-waste',
          // an emptyDir and a Pod of kube-system without a budget would keep a node for ever
          'skip-nodes-with-local-storage': false,
          'skip-nodes-with-system-pods': false,
        },
        rbac: { serviceAccount: { create: true, name: serviceAccount } },
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 65_534,
          runAsGroup: 65_534,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containerSecurityContext: RESTRICTED_CONTAINER,
        resources: containerResources(
          this.node.path,
          { request: '100m', limit: '500m' },
          { request: '256Mi', limit: '512Mi' },
        ),
      },
    });
    new PodNetwork(this, 'network', {
      name: NAME,
      namespace,
      pods: { 'app.kubernetes.io/instance': NAME },
      metricsPorts: [8_085],
    });
  }
}
