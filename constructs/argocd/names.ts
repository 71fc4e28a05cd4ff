import type { ArgoCdNames, Landing } from '../core/landing';

/** The namespace that Argo CD runs in and reads its own objects from. */
export const ARGOCD_NAMESPACE = 'argocd';

/** The name that people reach it by. */
export function argocdHost({ domain }: { readonly domain: string }): string {
  return `argocd.${domain}`;
}

/** The cluster that Argo CD runs in. */
export const THIS_CLUSTER = 'https://kubernetes.default.svc';

/** The cluster of a landing, as its Argo CD knows it. */
export function destinationOf({ argocd }: Landing): ArgoCdNames['cluster'] {
  return argocd?.cluster ?? { server: THIS_CLUSTER };
}

/** What an Application or project of a landing is called. */
export function argocdName({ argocd }: Landing, own: string): string {
  return `${argocd?.prefix ?? ''}${own}`;
}
