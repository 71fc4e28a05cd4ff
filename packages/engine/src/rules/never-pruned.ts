import { annotationOf, type Manifest, SYNC_OPTIONS } from '../manifests';

/**
 * The sync options that an object lacks for Argo CD to delete it neither when it leaves git nor with its Application.
 */
export function missingKeepOptions(manifest: Manifest): string[] {
  const options = (annotationOf(manifest, SYNC_OPTIONS) ?? '').split(',').map((option) => option.trim());
  return ['Prune=false', 'Delete=false'].filter((option) => !options.includes(option));
}
