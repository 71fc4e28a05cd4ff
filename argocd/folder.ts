export { ARGOCD_NAMESPACE, argocdName, clusterOf, THIS_CLUSTER } from '../constructs/argocd-place';

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

/** The namespaces of a folder's objects. A folder with nothing but kinds of the cluster still needs a destination: the namespace that its objects never use. */
export function namespacesOf(kinds: readonly HeldKind[]): string[] {
  const namespaces = new Set(kinds.flatMap(({ namespace }) => namespace ?? []));
  return namespaces.size > 0 ? [...namespaces].sort() : ['default'];
}
