/** The namespace that Argo CD runs in and reads its own objects from. */
export const ARGOCD_NAMESPACE = 'argocd';

/** The cluster that Argo CD runs in. */
export const THIS_CLUSTER = 'https://kubernetes.default.svc';
