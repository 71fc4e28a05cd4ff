import type { Construct } from 'constructs';
import { PlatformChart } from '../charts/platform-chart';
import { NEVER_PRUNED } from '../constructs/core/annotations';
import type { Environment } from '../environments';
import { Application, AppProject } from '../imports/argoproj.io';
import { ARGOCD, ARGOCD_NAMESPACE, THIS_CLUSTER } from './folder';

/**
 * The roots of the environments that this Argo CD manages: what stands in their own `argocd` folders comes into this
 * cluster, and what that names into theirs. Their clusters' Secrets: charts/security/external-secrets.ts.
 */
export class Managed extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment, ARGOCD_NAMESPACE);
    const { repository, argocd } = environment;
    for (const { environment: name } of argocd.manages ?? []) {
      new AppProject(this, `${name} project`, {
        metadata: { name },
        spec: {
          description: `Argo CD's projects and Applications of ${name}`,
          sourceRepos: [repository.url],
          destinations: [{ server: THIS_CLUSTER, namespace: ARGOCD_NAMESPACE }],
          clusterResourceWhitelist: [],
          namespaceResourceWhitelist: ['Application', 'AppProject'].map((kind) => ({ group: 'argoproj.io', kind })),
        },
      });
      new Application(this, name, {
        metadata: {
          name,
          annotations: { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true', ...NEVER_PRUNED },
        },
        spec: {
          project: name,
          source: {
            repoUrl: repository.url,
            targetRevision: repository.revision,
            path: `dist/${name}/${ARGOCD}`,
          },
          destination: { server: THIS_CLUSTER, namespace: ARGOCD_NAMESPACE },
          syncPolicy: {
            automated: { prune: true, selfHeal: true },
            syncOptions: [
              'ServerSideApply=true',
              'PruneLast=true',
              'FailOnSharedResource=true',
              'ApplyOutOfSyncOnly=true',
            ],
          },
          revisionHistoryLimit: 10,
        },
      });
    }
  }
}
