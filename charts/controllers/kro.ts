import type { KindInUse } from '@aws-platform/engine/aws';
import { KRO_NAMESPACE } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { HelmApplication } from '../../constructs/argocd/helm-application';
import { HelmProject } from '../../constructs/argocd/helm-project';
import { KRO_MAKES, KRO_READS, KroRole } from '../../constructs/kro/cluster-role';
import { type ContainerResources, containerResources } from '../../constructs/kubernetes/container-resources';
import { PLATFORM_CRITICAL } from '../../constructs/kubernetes/priority-class';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import { releaseOf, versionOf } from './releases';

/**
 * https://github.com/kubernetes-sigs/kro/blob/v0.9.3/helm/values.yaml; its Pods meet Pod Security restricted by
 * themselves.
 */
interface KroValues {
  readonly image: { readonly repository: string; readonly tag: string };
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
  readonly rbac: { readonly mode: 'unrestricted' | 'aggregation' };
  readonly deployment: {
    readonly replicaCount: number;
    readonly priorityClassName: string;
    readonly topologySpreadConstraints: readonly {
      readonly maxSkew: number;
      readonly topologyKey: string;
      readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
      readonly labelSelector: { readonly matchLabels: Readonly<Record<string, string>> };
    }[];
    readonly resources: ContainerResources;
  };
  readonly config: {
    readonly allowCRDDeletion: boolean;
    readonly enableLeaderElection: boolean;
    readonly logEncoder: 'json' | 'console';
    readonly resourceGraphDefinitionConcurrentReconciles: number;
    readonly dynamicControllerConcurrentReconciles: number;
  };
  readonly metrics: {
    readonly service: { readonly create: boolean; readonly type: 'ClusterIP'; readonly port: number };
  };
}

export interface KroProps {
  /** kro's own, those that its graphs make or read, and those whose instances it serves. */
  readonly kinds: readonly KindInUse[];
}

/** kro, which fills in what only AWS can tell, and what it may do: only with the kinds of the graphs. */
export class Kro extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { kinds }: KroProps) {
    super(scope, id, environment);
    const project = new HelmProject(this, 'helm-kro', {
      description: 'kro, which makes objects out of graphs',
      clusterKinds: [
        'apiextensions.k8s.io/CustomResourceDefinition',
        'rbac.authorization.k8s.io/ClusterRole',
        'rbac.authorization.k8s.io/ClusterRoleBinding',
      ],
      namespacedKinds: ['/Service', '/ServiceAccount', 'apps/Deployment'],
    });
    const release = releaseOf(
      kinds.filter(({ group }) => group === 'kro.run'),
      'kubernetes-sigs/kro',
    );
    new HelmApplication<KroValues>(this, 'kro', {
      project,
      chart: { repository: 'registry.k8s.io/kro/charts', name: 'kro', version: versionOf(release) },
      namespace: KRO_NAMESPACE,
      crds: { from: 'chart', installs: ['internal.kro.run', 'kro.run'] },
      metrics: { endpoints: [{ port: 'metricsport' }] },
      values: {
        image: { repository: 'registry.k8s.io/kro/kro', tag: release.tag },
        serviceAccount: { create: true, name: 'kro' },
        // by default kro may do everything in the cluster
        rbac: { mode: 'aggregation' },
        deployment: {
          // one works and one waits for its lease, at most 15 s:
          // https://github.com/kubernetes-sigs/kro/blob/v0.9.3/cmd/controller/main.go
          replicaCount: 2,
          // written into the Pod by the chart behind 0.9.3 only: docs/limits.md
          priorityClassName: PLATFORM_CRITICAL,
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'kro' } },
            },
          ],
          resources: containerResources(
            `${this.node.path}/kro`,
            { request: '250m', limit: '1000m' },
            { request: '256Mi', limit: '1024Mi' },
          ),
        },
        config: {
          // the kind of a graph goes with all its objects
          allowCRDDeletion: false,
          enableLeaderElection: true,
          logEncoder: 'json',
          resourceGraphDefinitionConcurrentReconciles: 4,
          dynamicControllerConcurrentReconciles: 4,
        },
        metrics: { service: { create: true, type: 'ClusterIP', port: 8078 } },
      },
    });
    for (const kind of kinds) this.allow(kind);
    this.serve(kinds);
  }

  private allow({ group, plural, kro }: KindInUse): void {
    if (!kro.makes && !kro.reads) return;
    new KroRole(this, group ? `${plural}.${group}` : plural, {
      group,
      resources: [plural],
      verbs: kro.makes ? KRO_MAKES : KRO_READS,
    });
  }

  private serve(kinds: readonly KindInUse[]): void {
    const groups = new Set(kinds.filter(({ kro }) => kro.serves).map(({ group }) => group));
    for (const group of groups)
      new KroRole(this, group, {
        group,
        resources: ['*'],
        verbs: ['get', 'list', 'patch', 'update', 'watch'],
        because:
          'the group holds only kinds that kro itself makes of graphs, with their status and finalizers; an instance whose graph has left git is deleted by kro, too',
      });
  }
}
