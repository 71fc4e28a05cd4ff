import type { Environment } from '../environments';
import { entryOf, rbacOf } from './access';

/** The chart that installs Argo CD v3.4.4: https://github.com/argoproj/argo-helm/tree/argo-cd-10.1.1/charts/argo-cd */
export const ARGOCD_CHART = {
  name: 'argo-cd',
  /** Before the names of everything that it makes: argocd-server. */
  release: 'argocd',
  repository: 'https://argoproj.github.io/argo-helm',
  version: '10.1.1',
} as const;

/** What Argo CD is told of the platform's kinds: entries of argocd-cm. */
export type Customizations = Readonly<Record<`resource.customizations${string}`, string>>;

/** The values of that chart. */
export function argoCdValues(environment: Environment, customizations: Customizations): object {
  const { cluster, domain } = environment;
  const replicas = cluster.highlyAvailableArgoCd ? 2 : 1;
  const disrupted = { enabled: cluster.highlyAvailableArgoCd, maxUnavailable: 1 };
  return {
    global: { domain: `argocd.${domain}`, networkPolicy: { create: true } },
    configs: {
      cm: {
        ...entryOf(environment),
        'application.resourceTrackingMethod': 'annotation',
        'resource.respectRBAC': 'normal',
        ...customizations,
      },
      rbac: rbacOf(environment),
      // a reference to a Secret of External Secrets: https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/webhook/#alternative
      secret: { githubSecret: '$argocd-credentials:webhookSecret' },
      params: {
        // TLS ends at the internal load balancer, and from there to the Pod it is encrypted again
        'server.insecure': false,
        'controller.diff.server.side': 'true',
      },
    },
    // the platform synthesizes its Applications itself: docs/adr/0004-applications.md
    applicationSet: { replicas: 0 },
    dex: { enabled: false },
    controller: { replicas: 1, pdb: disrupted },
    server: { replicas, pdb: disrupted },
    repoServer: { replicas, pdb: disrupted },
    'redis-ha': { enabled: cluster.highlyAvailableArgoCd },
  };
}
