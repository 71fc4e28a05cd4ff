import { groupOf, isRecord, kindKey, type Manifest, read, readYaml } from '../manifests';
import type { Tree } from '../relations';
import { healthOf } from './lua';

/**
 * Kinds that Argo CD 3.4 judges by itself, of those that trees of this sort have:
 * https://github.com/argoproj/argo-cd/blob/v3.4.7/gitops-engine/pkg/health/health.go (`GetHealthCheckFunc`) and
 * https://github.com/argoproj/argo-cd/tree/v3.4.7/resource_customizations
 */
const BUILT_IN = new Set([
  '/PersistentVolumeClaim',
  '/Pod',
  '/Service',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'argoproj.io/AnalysisRun',
  'argoproj.io/Rollout',
  'autoscaling/HorizontalPodAutoscaler',
  'batch/CronJob',
  'batch/Job',
  'cert-manager.io/Certificate',
  'cert-manager.io/ClusterIssuer',
  'cert-manager.io/Issuer',
  'external-secrets.io/ClusterExternalSecret',
  'external-secrets.io/ClusterSecretStore',
  'external-secrets.io/ExternalSecret',
  'external-secrets.io/PushSecret',
  'external-secrets.io/SecretStore',
  'karpenter.k8s.aws/EC2NodeClass',
  'karpenter.sh/NodeClaim',
  'karpenter.sh/NodePool',
  'keda.sh/ScaledObject',
  'monitoring.coreos.com/Prometheus',
  'networking.k8s.io/Ingress',
  'pkg.crossplane.io/Provider',
  'policy/PodDisruptionBudget',
]);

/** Groups of which Argo CD 3.4 judges every kind, by the same source. */
const BUILT_IN_GROUPS = /\.(?:upbound|crossplane)\.io$/;

/** Which objects Argo CD waits for before the next wave: those of kinds that it can judge. */
export class HealthChecks {
  private readonly own: readonly OwnCheck[];
  private readonly isConfigured: boolean;
  /**
   * Whether an Application counts as healthy only at the end of its sync, and not while its first objects are. Where
   * the tree does not say how Argo CD is configured, because another environment's Argo CD syncs it, that is taken on
   * trust.
   */
  readonly awaitsSyncs: boolean;

  constructor(tree: Tree) {
    const configured = [...configurations(tree)];
    this.own = configured.flatMap((configuration) => [...ownChecks(configuration)]);
    this.isConfigured = configured.length > 0;
    const script = this.own.find(({ pattern }) => pattern.test(APPLICATION))?.script;
    this.awaitsSyncs = !this.isConfigured || (script !== undefined && isPatient(script));
  }

  /** Whether a wave waits until an object of this kind is healthy; else it is settled as soon as it is applied. */
  judges(manifest: Manifest): boolean {
    const key = kindKey(manifest);
    // without a check of somebody's own an Application is settled at once since 1.8
    if (!this.isConfigured && isCustom(manifest)) return true;
    if (key !== APPLICATION && (BUILT_IN.has(key) || BUILT_IN_GROUPS.test(groupOf(manifest)))) return true;
    return this.own.some(({ pattern }) => pattern.test(key));
  }
}

const APPLICATION = 'argoproj.io/Application';

/** Groups of the server's own kinds have no dot, or are Kubernetes'. */
function isCustom(manifest: Manifest): boolean {
  const group = groupOf(manifest);
  return group.includes('.') && !group.endsWith('.k8s.io');
}

interface OwnCheck {
  readonly pattern: RegExp;
  readonly script: string;
}

/** An Application whose first objects are healthy while its operation still runs. */
const HALF_SYNCED = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'half-synced' },
  status: {
    health: { status: 'Healthy' },
    operationState: { phase: 'Running' },
    resources: [{ kind: 'ConfigMap', name: 'later', status: 'OutOfSync' }],
    sync: { status: 'OutOfSync' },
  },
};

/** A check that does not run makes nothing healthy. */
function isPatient(script: string): boolean {
  try {
    return healthOf(script, HALF_SYNCED).status !== 'Healthy';
  } catch {
    return true;
  }
}

/** The data of argocd-cm: the ConfigMap itself, or the values of the Application that installs Argo CD by Helm. */
function* configurations(tree: Tree): Generator<Readonly<Record<string, unknown>>> {
  for (const { manifest } of tree.ofKinds('/ConfigMap'))
    if (manifest.metadata.name === 'argocd-cm') yield recordOf(read(manifest, 'data'));
  for (const { manifest } of tree.ofKinds(APPLICATION))
    for (const source of [read(manifest, 'spec.source'), read(manifest, 'spec.sources')].flat()) {
      const values = read(source, 'helm.valuesObject.configs.cm');
      if (isRecord(values)) yield values;
    }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/**
 * `resource.customizations.health.<group>_<kind>`, and what has a check in `resource.customizations`:
 * https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/health/#custom-health-checks
 */
function* ownChecks(configuration: Readonly<Record<string, unknown>>): Generator<OwnCheck> {
  for (const [key, value] of Object.entries(configuration)) {
    if (typeof value !== 'string') continue;
    const single = /^resource\.customizations\.health\.(.+)_([^_]+)$/.exec(key);
    if (single) yield { pattern: globOf(`${single[1]}/${single[2]}`), script: value };
    if (key === 'resource.customizations')
      for (const [name, customization] of Object.entries(recordOf(yamlOf(value)))) {
        const script = recordOf(customization)['health.lua'];
        if (typeof script === 'string') yield { pattern: globOf(name), script };
      }
  }
}

/** What is no YAML customizes nothing. */
function yamlOf(text: string): unknown {
  try {
    return readYaml(text)[0];
  } catch {
    return undefined;
  }
}

function globOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}
