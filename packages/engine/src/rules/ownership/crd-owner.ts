import { installedCrds, records } from '../../manifests';
import type { Tree, TreeObject } from '../../relations';
import { sourcesOf } from '../references/argocd-source';
import type { Problem, Rule } from '../rule';

export const crdOwner: Rule = {
  id: 'crd-owner',
  group: 'ownership',
  reason: 'Two installers of one CRD take it from each other, and removing one removes every object of the kind.',
  link: 'https://github.com/argoproj/argo-cd/issues/18417',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  const owners = new Map<string, TreeObject>();
  for (const object of tree.objects)
    for (const { name, path } of installedBy(object)) {
      const owner = owners.get(name) ?? owners.get(groupOf(name));
      if (owner && owner !== object)
        yield {
          object,
          path,
          message: `${name} is installed already by ${owner.manifest.kind} ${owner.manifest.metadata.name}`,
        };
      else owners.set(name, object);
    }
}

/** A CRD's name is `<plural>.<group>`. */
function groupOf(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

function installedBy(object: TreeObject): { readonly name: string; readonly path: string }[] {
  const { kind, metadata } = object.manifest;
  if (kind === 'CustomResourceDefinition') return [{ name: metadata.name, path: 'metadata.name' }];
  if (kind !== 'Application') return [];
  const declared = installedCrds(object.manifest);
  if (declared) return declared.names.map((name) => ({ name, path: `metadata.annotations.${declared.key}` }));
  // a chart that nothing is said of owns what it brings: the same chart twice would bring it twice
  return sourcesOf(object)
    .filter(({ value }) => typeof value['chart'] === 'string' && !skipsCrds(value))
    .map(({ path, value }) => ({ name: `chart ${value['repoURL']}/${value['chart']}`, path: `${path}.chart` }));
}

function skipsCrds(source: Readonly<Record<string, unknown>>): boolean {
  const helm = source['helm'] as { skipCrds?: unknown; parameters?: unknown } | undefined;
  return (
    helm?.skipCrds === true ||
    records(helm?.parameters).some(
      ({ name, value }) => /crds?\.(?:install|create|enabled)$/i.test(String(name)) && value === 'false',
    )
  );
}
