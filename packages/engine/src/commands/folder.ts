import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InputError } from '../errors';

/**
 * The default `dist` is the repository's, wherever the command is run; a folder that a user names is seen from there.
 */
export function folderOf(folder: string, root: string): string {
  return folder === 'dist' ? resolve(root, folder) : resolve(folder);
}

/** The part of one environment in a folder that synth wrote. Throws `InputError` that says how it comes there. */
export function environmentFolder(dist: string, environment: string, root: string): string {
  const folder = join(folderOf(dist, root), environment);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError(`${folder}: no such folder; npm run synth writes dist`);
  return folder;
}
