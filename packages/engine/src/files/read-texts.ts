import { filesBelow } from './files-below';
import { readRegularText } from './read-file';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The files below a folder whose names match, in alphabetical order. Throws `InputError`, naming `where`. */
export function readTexts(dir: string, name: RegExp, where: string): TextFile[] {
  return filesBelow(dir, { name, where }).map((path) => ({ path, text: readRegularText(path) }));
}
