import type { Environment } from '../../environments';

/** The namespace that Argo CD runs in and reads its own objects from. */
export const ARGOCD_NAMESPACE = 'argocd';

/** The name that people reach it by. */
export function argocdHost({ domain }: { readonly domain: string }): string {
  return `argocd.${domain}`;
}

/** The cluster that Argo CD runs in. */
export const THIS_CLUSTER = 'https://kubernetes.default.svc';

type Managed = Pick<Environment, 'name' | 'argocd'>;

/** The cluster of an environment, as its Argo CD knows it: the own one, or by the environment's name one of those that it manages. */
export function destinationOf({ name, argocd }: Managed): { readonly server: string } | { readonly name: string } {
  return argocd.managedBy ? { name } : { server: THIS_CLUSTER };
}

/** What an Application or project of an environment is called: one Argo CD may have those of several. */
export function argocdName({ name, argocd }: Managed, own: string): string {
  return argocd.managedBy ? `${name}-${own}` : own;
}
