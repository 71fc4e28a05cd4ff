import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { InputError } from '../../errors';
import type { ManifestFiles } from './files';
import { folderFiles } from './folder';
import { commitOf, gitFiles, mergeBase } from './git';

const ALLOWED = 'a branch, a tag, a commit or a folder (./name, ../name or an absolute path) is allowed';

/**
 * The tree that a change is compared with: that of a revision, or a folder that is said as a path (`./old`). A word
 * that names a folder alone is refused, and so is one that names both: whoever may write into the checkout could else
 * choose what a change is compared with. Throws `InputError`.
 */
export function baseFiles(base: string | undefined, root: string, dist: string): ManifestFiles {
  if (base === undefined) return gitFiles(root, mergeBase(root), dist);
  if (base === '') throw new InputError(`--base '': ${ALLOWED}`);
  if (isPath(base)) return folderFiles(resolve(base));
  if (base.startsWith('-'))
    throw new InputError(`--base ${base}: a revision cannot begin with a hyphen; a folder of that name is ./${base}`);
  const isFolder = isDirectory(resolve(base));
  const commit = commitOf(root, base, { isOptional: isFolder });
  if (commit === undefined)
    throw new InputError(`--base ${base}: no revision of this repository; the folder of that name is ./${base}`);
  if (isFolder)
    throw new InputError(
      `--base ${base}: both a revision and a folder; the revision is ${base}^{commit} or ${commit}, the folder is ./${base}`,
    );
  return gitFiles(root, base, dist);
}

function isPath(base: string): boolean {
  return isAbsolute(base) || /^\.{1,2}(?:[/\\]|$)/.test(base);
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
