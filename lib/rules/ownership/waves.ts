import { annotationOf } from '../../manifests/manifest';
import type { TreeObject } from '../tree';

/** Argo CD's sync wave of an object within its Application; 0 where none is written. */
export function waveOf({ manifest }: TreeObject): number {
  const wave = Number(annotationOf(manifest, 'argocd.argoproj.io/sync-wave') ?? 0);
  return Number.isInteger(wave) ? wave : 0;
}
