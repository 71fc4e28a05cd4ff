import { append } from '../collections';
import { groupOf, installedCrds, type Manifest, read } from '../manifests';
import type { Tree, TreeObject } from './tree';

/**
 * Who brings the kinds of a tree into the cluster, and serves them: CRDs in git, Helm charts whose Applications say
 * what they bring, and Crossplane's providers. Kinds of kro's graphs are relations of their own, and nobody brings the
 * server's.
 */
export class Definitions {
  /** By the names of CRDs, or by groups where all of a group's come together. */
  private readonly byName = new Map<string, TreeObject[]>();
  private readonly activations: readonly TreeObject[];

  constructor(tree: Tree) {
    for (const object of tree.objects) for (const name of namesFrom(object.manifest)) append(this.byName, name, object);
    // a provider makes CRDs of the kinds that are activated alone:
    // https://docs.crossplane.io/latest/managed-resources/managed-resource-activation-policies/
    this.activations = tree.ofKinds('apiextensions.crossplane.io/ManagedResourceActivationPolicy');
  }

  /** What the server knows a manifest's kind by; empty where that is its own, or where nobody says who brings it. */
  of(manifest: Manifest): readonly TreeObject[] {
    const group = groupOf(manifest);
    const names = [group, ...pluralsOf(manifest.kind).map((plural) => `${plural}.${group}`)];
    const found = names.flatMap((name) => this.byName.get(name) ?? []).filter((one) => one.manifest !== manifest);
    const provider = found.find(isProvider);
    // one installer is enough: that there are two is a finding of its own
    return provider ? [provider, ...this.activations] : found.slice(0, 1);
  }
}

function* namesFrom(manifest: Manifest): Generator<string> {
  if (manifest.kind === 'CustomResourceDefinition') yield manifest.metadata.name;
  else if (manifest.kind === 'Application') yield* installedCrds(manifest)?.names ?? [];
  else if (isProvider({ manifest })) yield* providerGroups(String(read(manifest, 'spec.package')));
}

/** As the conventions of Kubernetes' API make them: https://github.com/gobuffalo/flect is what controller-gen asks. */
function pluralsOf(kind: string): string[] {
  const one = kind.toLowerCase();
  return [`${one}s`, `${one}es`, one.replace(/y$/, 'ies'), one];
}

function isProvider({ manifest }: Pick<TreeObject, 'manifest'>): boolean {
  return manifest.kind === 'Provider' && groupOf(manifest) === 'pkg.crossplane.io';
}

/** `…/provider-aws-ec2:v2.6.0` brings the groups of EC2 in both families. */
function* providerGroups(reference: string): Generator<string> {
  const service = /provider-aws-([a-z0-9]+)(?:[:@]|$)/.exec(reference)?.[1];
  if (service === undefined) return;
  yield `${service}.aws.m.upbound.io`;
  yield `${service}.aws.upbound.io`;
}
