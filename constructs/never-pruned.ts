import { SYNC_OPTIONS } from '@aws-platform/engine/manifests';

/** Argo CD deletes the object neither when it leaves git nor with its Application. */
export const NEVER_PRUNED = { [SYNC_OPTIONS]: 'Prune=false,Delete=false' };
