import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { InputError, systemMessage } from '../errors';
import { natureOf } from './read-file';

export interface WalkOptions {
  /** Which files are looked for, by their names. */
  readonly name: RegExp;
  /** Begins messages. @default the folder */
  readonly where?: string;
  /** Go into links to folders, but in no circles. @default false */
  readonly follow?: boolean;
}

/** Links to folders that lead to links to folders double with every level: 30 levels are a billion paths. */
const MOST_LINKS = 1_000;

/**
 * The paths of the files below a folder, in alphabetical order. What has such a name and is not read would be missed
 * silently, so that it is an error: a named pipe, a device, a link to nothing, to a folder, or out of the folder, which
 * shows what is not in it (https://github.com/advisories/GHSA-6gcg-hp2x-q54h). Throws `InputError`.
 */
export function filesBelow(folder: string, { name, where = folder, follow = false }: WalkOptions): string[] {
  const found: string[] = [];
  let links = 0;
  const root = attempt(where, () => realpathSync(folder));
  visit(folder, []);
  return found.sort();

  function visit(place: string, above: readonly string[]): void {
    const real = attempt(place, () => realpathSync(place));
    if (above.includes(real)) return;
    for (const entry of attempt(place === folder ? where : place, () => readdirSync(place, { withFileTypes: true }))) {
      const path = join(place, entry.name);
      if (entry.isDirectory()) visit(path, [...above, real]);
      else if (entry.isSymbolicLink()) visitLink(path, entry, [...above, real]);
      else if (!name.test(entry.name)) continue;
      else if (entry.isFile()) found.push(path);
      else throw new InputError(`${path}: ${natureOf(entry)}; only regular files are read`);
    }
  }

  function visitLink(path: string, entry: Dirent, above: readonly string[]): void {
    const isWanted = name.test(entry.name);
    const target = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
    if (target?.isDirectory() && follow) {
      links += 1;
      if (links > MOST_LINKS)
        throw new InputError(`${where}: more than ${MOST_LINKS} links to folders; name the folder that they lead to`);
      requireInside(path);
      visit(path, above);
    } else if (!isWanted) return;
    else if (target === undefined) throw new InputError(`${path}: a link to nothing`);
    else if (!target.isFile())
      throw new InputError(`${path}: a link to ${natureOf(target)}; only regular files are read`);
    else {
      requireInside(path);
      found.push(path);
    }
  }

  function requireInside(path: string): void {
    const to = relative(
      root,
      attempt(path, () => realpathSync(path)),
    );
    if (to.startsWith('..') || isAbsolute(to))
      throw new InputError(`${path}: a link that leads out of ${folder}; name what it leads to instead`);
  }
}

function attempt<T>(where: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${where}: ${systemMessage(error)}`);
  }
}
