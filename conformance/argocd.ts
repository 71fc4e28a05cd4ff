import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { every } from './readers';

const APPLICATION = 'argoproj.io/Application';
const PROJECT = 'argoproj.io/AppProject';
const EXTERNAL_SECRET = 'external-secrets.io/ExternalSecret';

const ofInstallation = (evidence: Evidence, path: string) =>
  evidence.field(APPLICATION, 'argocd-installation', `spec.source.helm.valuesObject.${path}`);

/** A folder of a repository, or a chart at one version: nothing that somebody has put in by hand. */
function isDeclared(application: Manifest): boolean {
  const { source, sources = [source] } = application['spec'] as { source?: Source; sources?: Source[] };
  return every(sources, (one) => one?.targetRevision !== undefined && (one.path ?? one.chart) !== undefined);
}

interface Source {
  readonly path?: string;
  readonly chart?: string;
  readonly targetRevision?: string;
}

const CLUSTER = 'spec.target.template.metadata.labels';
const isCluster = (secret: Manifest) =>
  (at(secret, CLUSTER) as Record<string, string> | undefined)?.['argocd.argoproj.io/secret-type'] === 'cluster';

/** Roles by groups, and nothing for who is in none of them. */
function isFineGrained(evidence: Evidence): boolean {
  const rbac = ofInstallation(evidence, 'configs.rbac') as Record<string, string> | undefined;
  const roles = new Set(rbac?.['policy.csv']?.match(/role:\w+/g));
  return rbac?.['policy.default'] === '' && roles.size > 2;
}

/** Some heal themselves, and some wait for a person. */
function isBoth(evidence: Evidence): boolean {
  const heals = evidence.all(APPLICATION).map((one) => at(one, 'spec.syncPolicy.automated.selfHeal'));
  const windows = evidence
    .all(PROJECT)
    .flatMap((one) => (at(one, 'spec.syncWindows') ?? []) as { manualSync: boolean }[]);
  return heals.includes(true) && heals.includes(false) && every(windows, ({ manualSync }) => manualSync);
}

/** What the document asks of Argo CD, and of releases in two stacks. */
export const argocd: readonly DocumentValue[] = [
  { path: 'ArgoCD: Declarative', value: true, read: (evidence) => every(evidence.all(APPLICATION), isDeclared) },
  {
    path: 'ArgoCD: Multi-Cluster',
    value: true,
    read: (evidence) => evidence.all(EXTERNAL_SECRET).some(isCluster),
    deviation: {
      chosen: false,
      because:
        'each environment has an Argo CD of its own, so that a mistake in one cannot reach the next; argocd.manages makes one of them the hub of others',
      source: 'https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/declarative-setup/#clusters',
    },
  },
  { path: 'ArgoCD: RBAC', value: true, read: isFineGrained },
  { path: 'ArgoCD: Sync Policies', value: true, read: isBoth },
  {
    path: 'Blue-Green Deployments: two stacks behind one target group',
    value: true,
    read: (evidence) =>
      evidence
        .all('elbv2.k8s.aws/TargetGroupBinding')
        .some((binding) =>
          evidence
            .all('argoproj.io/Rollout')
            .some(
              (rollout) => at(rollout, 'spec.strategy.blueGreen.activeService') === at(binding, 'spec.serviceRef.name'),
            ),
        ),
  },
];
