import type { Construct } from 'constructs';
import { PlatformChart } from '../charts/platform-chart';
import { NEVER_PRUNED } from '../constructs/core/annotations';
import type { Environment } from '../environments';
import { Application, AppProject } from '../imports/argoproj.io';
import { ARGOCD_NAMESPACE, THIS_CLUSTER } from './folder';
import { ARGOCD_CHART, argoCdValues, type Customizations } from './installation';

/**
 * What the chart makes: https://github.com/argoproj/argo-helm/tree/argo-cd-10.1.1/charts/argo-cd/templates, with
 * redis-ha's.
 */
const CLUSTER_KINDS = [
  ['apiextensions.k8s.io', 'CustomResourceDefinition'],
  ['rbac.authorization.k8s.io', 'ClusterRole'],
  ['rbac.authorization.k8s.io', 'ClusterRoleBinding'],
] as const;
const NAMESPACED_KINDS = [
  ['', 'ConfigMap'],
  ['', 'Secret'],
  ['', 'Service'],
  ['', 'ServiceAccount'],
  ['apps', 'Deployment'],
  ['apps', 'StatefulSet'],
  ['batch', 'Job'],
  ['monitoring.coreos.com', 'ServiceMonitor'],
  ['networking.k8s.io', 'Ingress'],
  ['networking.k8s.io', 'NetworkPolicy'],
  ['policy', 'PodDisruptionBudget'],
  ['rbac.authorization.k8s.io', 'Role'],
  ['rbac.authorization.k8s.io', 'RoleBinding'],
] as const;

/** Of its Application and its project. */
const NAME = 'argocd-installation';

/** Argo CD's own release. The bootstrap installs what this Application says, and from then on it is changed here. */
export class Self extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, customizations: Customizations) {
    super(scope, id, environment, ARGOCD_NAMESPACE);
    new AppProject(this, 'project', {
      metadata: { name: NAME },
      spec: {
        description: 'Argo CD itself',
        sourceRepos: [ARGOCD_CHART.repository],
        destinations: [{ server: THIS_CLUSTER, namespace: ARGOCD_NAMESPACE }],
        clusterResourceWhitelist: CLUSTER_KINDS.map(([group, kind]) => ({ group, kind })),
        namespaceResourceWhitelist: NAMESPACED_KINDS.map(([group, kind]) => ({ group, kind })),
      },
    });
    new Application(this, 'application', {
      metadata: {
        name: NAME,
        annotations: { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true', ...NEVER_PRUNED },
      },
      spec: {
        project: NAME,
        source: {
          repoUrl: ARGOCD_CHART.repository,
          chart: ARGOCD_CHART.name,
          targetRevision: ARGOCD_CHART.version,
          helm: {
            releaseName: ARGOCD_CHART.release,
            // the Pods by which Redis' chart tests itself
            skipTests: true,
            valuesObject: argoCdValues(environment, customizations),
          },
        },
        destination: { server: THIS_CLUSTER, namespace: ARGOCD_NAMESPACE },
        syncPolicy: {
          // it must not take itself away in the middle of a sync
          automated: { prune: false, selfHeal: true },
          syncOptions: ['ServerSideApply=true', 'ApplyOutOfSyncOnly=true'],
        },
        revisionHistoryLimit: 10,
      },
    });
  }
}
