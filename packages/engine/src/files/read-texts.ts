import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, systemMessage } from '../errors';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The files below a folder whose names match, in alphabetical order. Throws `InputError`, naming `where`. */
export function readTexts(dir: string, name: RegExp, where: string): TextFile[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && name.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  } catch (error) {
    throw new InputError(`${where}: ${systemMessage(error)}`);
  }
}
