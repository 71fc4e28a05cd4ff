import type { KindInUse } from '@aws-platform/engine/aws';
import { KARPENTER, KARPENTER_INTERRUPTIONS } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { PodNetwork } from '../../constructs/kubernetes/pod-network';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { releaseOf, versionOf } from './releases';

const REGISTRY = 'public.ecr.aws/karpenter';

/**
 * https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/charts/karpenter/values.yaml; its Pods meet Pod Security
 * restricted by themselves. The published chart has its image by digest (hack/release/common.sh), so that nothing is
 * said of it here.
 */
interface KarpenterValues {
  readonly replicas: number;
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
  readonly affinity: {
    readonly nodeAffinity: {
      readonly requiredDuringSchedulingIgnoredDuringExecution: {
        readonly nodeSelectorTerms: readonly {
          readonly matchExpressions: readonly { readonly key: string; readonly operator: 'Exists' | 'DoesNotExist' }[];
        }[];
      };
    };
  };
  readonly controller: {
    readonly env: readonly { readonly name: string; readonly value: string }[];
    readonly resources: ContainerResources;
  };
  readonly settings: {
    readonly clusterName: string;
    /** Whether it asks EKS for the version of the cluster. */
    readonly eksControlPlane: boolean;
    /** Whether AWS's prices are out of reach. */
    readonly isolatedVPC: boolean;
    /** By its name. */
    readonly interruptionQueue: string;
  };
}

export interface KarpenterControllerProps {
  /** Those of its groups. */
  readonly kinds: readonly KindInUse[];
}

/** Karpenter's program: it starts the nodes that charts/compute/karpenter.ts describes, and takes them away. */
export class KarpenterController extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { kinds }: KarpenterControllerProps) {
    super(scope, id, environment);
    const { compute, namePrefix, outputs, region } = environment;
    const { namespace, serviceAccount } = KARPENTER;
    const version = versionOf(releaseOf(kinds, 'aws/karpenter-provider-aws'));
    const project = new HelmProject(this, 'helm-karpenter', {
      description: 'Karpenter, which starts nodes for Pods that wait, and takes them away again',
      clusterKinds: [
        'apiextensions.k8s.io/CustomResourceDefinition',
        'rbac.authorization.k8s.io/ClusterRole',
        'rbac.authorization.k8s.io/ClusterRoleBinding',
      ],
      namespacedKinds: [
        '/Service',
        '/ServiceAccount',
        'apps/Deployment',
        'policy/PodDisruptionBudget',
        'rbac.authorization.k8s.io/Role',
        'rbac.authorization.k8s.io/RoleBinding',
      ],
    });
    new HelmApplication<Record<string, never>>(this, 'karpenter-crd', {
      project,
      chart: { repository: REGISTRY, name: 'karpenter-crd', version },
      namespace,
      crds: { from: 'chart', installs: ['autoscaling.x-k8s.io', 'karpenter.k8s.aws', 'karpenter.sh'] },
      // behind the project, and before the program
      wave: 1,
      metrics: { unwatched: true, because: 'it brings kinds and runs nothing' },
      values: {},
    });
    new HelmApplication<KarpenterValues>(this, 'karpenter', {
      project,
      chart: { repository: REGISTRY, name: 'karpenter', version },
      namespace,
      crds: { from: 'elsewhere' },
      wave: 2,
      metrics: { pods: { 'app.kubernetes.io/name': 'karpenter' }, endpoints: [{ port: 'http-metrics' }] },
      values: {
        replicas: compute.karpenter.replicas,
        serviceAccount: { create: true, name: serviceAccount },
        // a node of its own that it took away would take it along
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [{ matchExpressions: [{ key: 'eks.amazonaws.com/nodegroup', operator: 'Exists' }] }],
            },
          },
        },
        controller: {
          // instance metadata, where it would look, is out of reach for Pods
          env: [{ name: 'AWS_REGION', value: region }],
          resources: containerResources(
            this.node.path,
            { request: '250m', limit: '1000m' },
            { request: '512Mi', limit: '1024Mi' },
          ),
        },
        settings: {
          clusterName: outputs.clusterName,
          eksControlPlane: true,
          isolatedVPC: false,
          // it starts without, and looks for it again: the queue comes with charts/compute
          interruptionQueue: `${namePrefix}${KARPENTER_INTERRUPTIONS}`,
        },
      },
    });
    new PodNetwork(this, 'network', { name: 'karpenter', namespace, pods: { 'app.kubernetes.io/name': 'karpenter' } });
  }
}
