/** Argo CD deletes the object neither when it leaves git nor with its Application. */
export const NEVER_PRUNED = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
