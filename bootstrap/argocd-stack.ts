import { InputError } from '@aws-platform/engine/errors';
import { kindKey, type Manifest } from '@aws-platform/engine/manifests';
import { Duration } from 'aws-cdk-lib';
import { HelmChart, KubernetesManifest } from 'aws-cdk-lib/aws-eks-v2';
import type { Construct } from 'constructs';
import { ARGOCD, ARGOCD_NAMESPACE } from '../argocd/folder';
import type { Environment } from '../environments';
import type { ClusterStack } from './cluster';
import { PlatformStack } from './stack';

/** What the root Application needs of dist: itself, and the project that lets it be. */
const ROOT = [
  ['argoproj.io/AppProject', ARGOCD],
  ['argoproj.io/Application', 'root'],
] as const;

/**
 * Argo CD, and the root Application, which takes over from there: everything else, and Argo CD's own objects, is in
 * dist.
 */
export class ArgoCdStack extends PlatformStack {
  constructor(scope: Construct, environment: Environment, clusterStack: ClusterStack, manifests: readonly Manifest[]) {
    const { region, network } = environment;
    super(scope, 'argocd', environment, {
      description: 'Argo CD of the platform and its root Application',
      region,
      availabilityZones: network.availabilityZones,
    });
    const { cluster } = clusterStack;
    const { repoURL, chart, targetRevision, helm } = installation(manifests, environment.name);
    const release = new HelmChart(this, 'argocd', {
      cluster,
      release: helm.releaseName,
      repository: repoURL,
      chart,
      version: targetRevision,
      namespace: ARGOCD_NAMESPACE,
      createNamespace: true,
      values: helm.valuesObject,
      wait: true,
      timeout: Duration.minutes(15),
    });
    const root = new KubernetesManifest(this, 'root', {
      cluster,
      manifest: ROOT.map(([kind, name]) => find(manifests, kind, name, environment.name)),
      // Argo CD owns them from its first sync on
      overwrite: true,
    });
    root.node.addDependency(release);
  }
}

interface HelmSource {
  readonly repoURL: string;
  readonly chart: string;
  readonly targetRevision: string;
  readonly helm: { readonly releaseName: string; readonly valuesObject: Record<string, unknown> };
}

/** The release as Argo CD's own Application has it, so that the two never differ. */
function installation(manifests: readonly Manifest[], environment: string): HelmSource {
  const { spec } = find(manifests, 'argoproj.io/Application', 'argocd-installation', environment);
  return (spec as { source: HelmSource }).source;
}

function find(
  manifests: readonly Manifest[],
  kind: string,
  name: string,
  environment: string,
): Record<string, unknown> {
  const found = manifests.find((manifest) => kindKey(manifest) === kind && manifest.metadata.name === name);
  if (!found) throw new InputError(`dist/${environment}: has no ${kind} ${name}: run npm run synth`);
  return found as unknown as Record<string, unknown>;
}
