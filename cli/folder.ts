import { resolve } from 'node:path';

/** The default `dist` is the repository's, wherever the command is run; a folder that a user names is seen from there. */
export function folderOf(folder: string, root: string): string {
  return folder === 'dist' ? resolve(root, folder) : resolve(folder);
}
