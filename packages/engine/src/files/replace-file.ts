import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError, systemMessage } from '../errors';

/**
 * Writes a file as a whole: who reads it sees the old one or the new one. Throws `InputError` where the file system
 * refuses.
 */
export function replaceFile(path: string, content: string): void {
  let aside: string | undefined;
  try {
    aside = mkdtempSync(join(dirname(path), `.${basename(path)}.`));
    const fresh = join(aside, basename(path));
    writeFileSync(fresh, content);
    renameSync(fresh, path);
  } catch (error) {
    throw new InputError(`cannot write ${path}: ${systemMessage(error)}`);
  } finally {
    if (aside !== undefined) rmSync(aside, { recursive: true, force: true });
  }
}
