import { LAST_WAVE as LAST, SYNC_OPTIONS, SYNC_WAVE } from '@aws-platform/engine/manifests';

/** Argo CD deletes the object neither when it leaves git nor with its Application. */
export const NEVER_PRUNED = { [SYNC_OPTIONS]: 'Prune=false,Delete=false' };

/** For what becomes healthy by a person's act: nothing of its Application waits for it. */
export const LAST_WAVE = { [SYNC_WAVE]: LAST };
