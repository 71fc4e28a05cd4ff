/** The namespace that Argo CD runs in and reads its own objects from. */
export const ARGOCD_NAMESPACE = 'argocd';

/** The name that people reach it by. */
export function argocdHost({ domain }: { readonly domain: string }): string {
  return `argocd.${domain}`;
}

/** The cluster that Argo CD runs in. */
export const THIS_CLUSTER = 'https://kubernetes.default.svc';
