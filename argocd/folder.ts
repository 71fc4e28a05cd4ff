import { groupBy } from '@aws-platform/engine/collections';
import { groupOf, kindKey, type Manifest, type SynthChart } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import { PlatformApplication } from '../charts/platform-application';

export { ARGOCD_NAMESPACE, argocdName, destinationOf, THIS_CLUSTER } from '../constructs/argocd/names';

/** The application folder that holds Argo CD's own objects. */
export const ARGOCD = 'argocd';

/** A kind of object that an application folder holds. */
export interface HeldKind {
  /** Empty for core kinds. */
  readonly group: string;
  readonly kind: string;
  /** Undefined for kinds of the cluster. */
  readonly namespace: string | undefined;
  /** What git says of its objects. */
  readonly specs: readonly unknown[];
}

/** What Argo CD has to know of an application folder. */
export interface ApplicationFolder {
  readonly name: string;
  readonly description: string;
  readonly kinds: readonly HeldKind[];
}

/**
 * The namespaces of a folder's objects. A folder with nothing but kinds of the cluster still needs a destination: the
 * namespace that its objects never use.
 */
export function namespacesOf(kinds: readonly HeldKind[]): string[] {
  const namespaces = new Set(kinds.flatMap(({ namespace }) => namespace ?? []));
  return namespaces.size > 0 ? [...namespaces].sort() : ['default'];
}

/** What the charts of each application hold, in the order in which the applications were made. */
export function foldersOf(scope: Construct, charts: readonly SynthChart[]): ApplicationFolder[] {
  return scope.node.children
    .filter((child) => child instanceof PlatformApplication)
    .map(({ node, description }) => ({ name: node.id, description, kinds: kindsBelow(`${node.path}/`, charts) }));
}

function kindsBelow(path: string, charts: readonly SynthChart[]): HeldKind[] {
  const manifests = charts
    .filter((chart) => chart.path.startsWith(path))
    .flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
  const byKind = groupBy(manifests, (manifest) => `${kindKey(manifest)} ${manifest.metadata.namespace}`);
  return [...byKind.values()].map((alike) => {
    const [first] = alike as [Manifest, ...Manifest[]];
    const { kind, metadata } = first;
    return {
      group: groupOf(first),
      kind,
      namespace: metadata.namespace,
      specs: alike.map((manifest) => manifest['spec']),
    };
  });
}
