import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { InputError, systemMessage } from '../../errors';
import { type Files, MANIFEST_FILE, type TreeFile, utf8 } from './files';

/** A folder that is shaped like dist. Throws `InputError` where it is none, or holds no manifest. */
export function folderFiles(folder: string): Files {
  const shown = relative(process.cwd(), folder) || '.';
  const contents = new Map<TreeFile, Buffer>();
  for (const path of filesBelow(folder, shown)) {
    const bytes = attempt(`${shown}/${path}`, () => readFileSync(join(folder, path)));
    contents.set({ path, shown: `${shown}/${path}`, id: blobId(bytes) }, bytes);
  }
  if (contents.size === 0)
    throw new InputError(
      `${shown}: no manifests in it; a folder like dist is wanted: <environment>/<application>/<chart>.yaml`,
    );
  return {
    files: [...contents.keys()],
    read: (files) =>
      new Map(
        files.map((file) => {
          const text = utf8(contents.get(file)!);
          if (text === undefined) throw new InputError(`${file.shown}: not UTF-8 text`);
          return [file, text];
        }),
      ),
  };
}

function filesBelow(folder: string, shown: string): string[] {
  const stats = attempt(shown, () => statSync(folder));
  if (!stats.isDirectory()) throw new InputError(`${shown}: not a folder`);
  return attempt(shown, () => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => MANIFEST_FILE.test(entry.name))
    .filter((entry) => entry.isFile() || (entry.isSymbolicLink() && isFile(join(entry.parentPath, entry.name))))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** What git calls a file with these contents. */
function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path}: ${systemMessage(error)}`);
  }
}
