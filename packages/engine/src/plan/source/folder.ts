import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { InputError, systemMessage } from '../../errors';
import { filesBelow, readRegularFile } from '../../files';
import { MANIFEST_FILE, type ManifestFile, type ManifestFiles, utf8 } from './files';

/** A folder that is shaped like dist, or empty. Throws `InputError` where it is none, or holds other things alone. */
export function folderFiles(folder: string): ManifestFiles {
  const shown = relative(process.cwd(), folder) || '.';
  requireFolder(folder, shown);
  const contents = new Map<ManifestFile, Buffer>();
  for (const found of filesBelow(folder, { name: MANIFEST_FILE, where: shown, follow: true })) {
    const path = relative(folder, found);
    const file = `${shown}/${path}`;
    const bytes = readRegularFile(join(folder, path), file);
    contents.set({ path, shown: file, id: blobId(bytes) }, bytes);
  }
  if (contents.size === 0 && readdirSync(folder).some((name) => !name.startsWith('.')))
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

function requireFolder(folder: string, shown: string): void {
  try {
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    throw new InputError(`${shown}: ${systemMessage(error)}`);
  }
  throw new InputError(`${shown}: not a folder`);
}

/** What git calls a file with these contents. */
function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
