import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { InputError, systemMessage } from '../../errors';
import { MANIFEST_FILE, type ManifestFile, type ManifestFiles, utf8 } from './files';

/** A folder that is shaped like dist, or empty. Throws `InputError` where it is none, or holds other things alone. */
export function folderFiles(folder: string): ManifestFiles {
  const shown = relative(process.cwd(), folder) || '.';
  const contents = new Map<ManifestFile, Buffer>();
  const paths = pathsBelow(folder, shown);
  for (const path of paths.filter((one) => MANIFEST_FILE.test(one))) {
    const bytes = attempt(`${shown}/${path}`, () => readFileSync(join(folder, path)));
    contents.set({ path, shown: `${shown}/${path}`, id: blobId(bytes) }, bytes);
  }
  if (contents.size === 0 && paths.some((path) => !basename(path).startsWith('.')))
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

function pathsBelow(folder: string, shown: string): string[] {
  const stats = attempt(shown, () => statSync(folder));
  if (!stats.isDirectory()) throw new InputError(`${shown}: not a folder`);
  return attempt(shown, () => [...filesBelow(folder, [])].map((path) => relative(folder, path)).sort());
}

/** Links are followed, but not into a folder that holds them. */
function* filesBelow(folder: string, above: readonly string[]): Generator<string> {
  const real = realpathSync(folder);
  if (above.includes(real)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const stats = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
    if (stats?.isDirectory()) yield* filesBelow(path, [...above, real]);
    else if (stats?.isFile()) yield path;
  }
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
