import { SYNC_OPTIONS, SYNC_WAVE } from '@aws-platform/engine/manifests';

/** Argo CD deletes the object neither when it leaves git nor with its Application. */
export const NEVER_PRUNED = { [SYNC_OPTIONS]: 'Prune=false,Delete=false' };

/**
 * Argo CD comes to it behind everything else of its Application, and does not wait for its health: it waits between
 * waves only (https://github.com/argoproj/argo-cd/blob/v3.4.4/gitops-engine/pkg/sync/sync_context.go). For what becomes
 * healthy by a person's act; in any other wave it would keep those behind it from AWS.
 */
export const LAST_WAVE = { [SYNC_WAVE]: '100' };
