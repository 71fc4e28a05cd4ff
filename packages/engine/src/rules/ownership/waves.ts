import { annotationOf, SYNC_WAVE } from '../../manifests';
import type { TreeObject } from '../../relations';

/**
 * Argo CD's sync wave of an object within its Application; 0 where none is written. What kro makes comes with its
 * instance.
 */
export function waveOf(object: TreeObject): number {
  const { manifest } = object.within?.owner ?? object;
  const wave = Number(annotationOf(manifest, SYNC_WAVE) ?? 0);
  return Number.isInteger(wave) ? wave : 0;
}
