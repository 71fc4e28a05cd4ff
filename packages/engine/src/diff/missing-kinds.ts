import { instanceSchemaOf, resourceGraphsAmong } from '../kro';
import { groupOf, installedCrds, kindKey, type Manifest, stringifyAll } from '../manifests';
import type { Kubectl } from './kubectl';

/** How kubectl names a kind that the server does not serve: k8s.io/apimachinery/pkg/api/meta, NoKindMatchError. */
const NO_MATCH = /no matches for kind "([^"]+)" in version "([^"]+)"/g;

export function reportsMissingKind(stderr: string): boolean {
  return stderr.search(NO_MATCH) >= 0;
}

/** Every kind of the manifests that the cluster does not have, and who of dist brings it: a line each. */
export async function missingKinds(
  kubectl: Kubectl,
  manifests: readonly Manifest[],
  dist: readonly Manifest[],
): Promise<string[]> {
  // one object a kind is enough for `get` to say that it does not know it, and it goes on behind it
  const probes = new Map(manifests.map((manifest) => [`${manifest.apiVersion} ${manifest.kind}`, stub(manifest)]));
  const { stderr } = await kubectl.run(['get', '--ignore-not-found', '--output', 'name', '--filename', '-'], {
    input: stringifyAll([...probes.values()]),
  });
  const missing = [...stderr.matchAll(NO_MATCH)].map(([, kind = '', apiVersion = '']) => ({ kind, apiVersion }));
  return missing
    .map(
      ({ kind, apiVersion }) =>
        `the cluster has no kind ${kind} of ${apiVersion}: ${installerOf(kind, apiVersion, dist)}`,
    )
    .sort();
}

function stub({ apiVersion, kind, metadata: { name, namespace } }: Manifest): object {
  return { apiVersion, kind, metadata: namespace === undefined ? { name } : { name, namespace } };
}

function installerOf(kind: string, apiVersion: string, dist: readonly Manifest[]): string {
  const probe = { apiVersion, kind, metadata: { name: '' } };
  const group = groupOf(probe);
  const graph = resourceGraphsAmong(dist).find((one) => {
    const made = instanceSchemaOf(one);
    return made && `${made.group}/${made.kind}` === kindKey(probe);
  });
  if (graph) return `kro makes it of ResourceGraphDefinition ${graph.metadata.name}`;
  const application = dist.find((manifest) => installs(manifest, kind, group));
  if (application) return `Application ${application.metadata.name} brings it`;
  const service = /^(?:([a-z0-9]+)\.)?aws\.m\.upbound\.io$/.exec(group);
  if (service)
    return `Provider ${service[1] === undefined ? 'provider-family-aws' : `provider-aws-${service[1]}`} brings it`;
  return 'the bootstrap brings it (docs/bootstrap.md)';
}

/** Whether an Application's chart installs a kind: it names CRDs (`rollouts.argoproj.io`) or whole groups. */
function installs(manifest: Manifest, kind: string, group: string): boolean {
  const names = manifest.kind === 'Application' ? installedCrds(manifest)?.names : undefined;
  return (
    names?.some((name) => name === group || (name.endsWith(`.${group}`) && name.startsWith(kind.toLowerCase()))) ??
    false
  );
}
