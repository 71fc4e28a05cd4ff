import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError, systemMessage } from '../errors';

/**
 * Replaces a folder as a whole: `fill` writes a new one beside it, and two renames put it in place. Whatever stops the
 * run before that (an error, a kill, a full disk) leaves the old folder untouched. A kill between the two renames, some
 * microseconds, leaves it aside as `.NAME.PID.old`; the next run puts it back. Throws `InputError` where the file
 * system refuses.
 */
export function replaceFolder(target: string, fill: (folder: string) => void): void {
  const place = existsSync(target) ? realpathSync(target) : target;
  const fresh = sibling(place, 'new');
  recover(place);
  try {
    // not `recursive`: that never returns below /proc
    mkdirSync(fresh);
    fill(fresh);
    swap(fresh, place);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw refused(target, error);
  }
}

/** Puts back a folder that a killed run left aside, and removes what killed runs left behind. Throws `InputError`. */
export function recover(target: string): void {
  const parent = dirname(target);
  const leftover = new RegExp(`^\\.${basename(target).replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')}\\.(\\d+)\\.(new|old)$`);
  try {
    for (const entry of existsSync(parent) ? readdirSync(parent) : []) {
      const [match, pid, state] = leftover.exec(entry) ?? [];
      if (match === undefined) continue;
      if (state === 'old' && !existsSync(target)) renameSync(join(parent, entry), target);
      else if (!isRunning(Number(pid))) rmSync(join(parent, entry), { recursive: true, force: true });
    }
  } catch (error) {
    throw refused(target, error);
  }
}

/** Errors of the file system become a message; all others stay what they are. */
function refused(target: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code === undefined) return error;
  return new InputError(`cannot write ${target}: ${systemMessage(error)}; it is as it was before`);
}

function swap(fresh: string, target: string): void {
  const aside = sibling(target, 'old');
  for (let attempt = 1; ; attempt++) {
    const wasThere = existsSync(target);
    if (wasThere) renameSync(target, aside);
    try {
      renameSync(fresh, target);
      break;
    } catch (error) {
      // another run put its folder there in between: the last one to finish wins
      const taken = ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!taken && wasThere) renameSync(aside, target);
      if (!taken || attempt === 5) throw error;
      rmSync(aside, { recursive: true, force: true });
    }
  }
  rmSync(aside, { recursive: true, force: true });
}

function sibling(target: string, state: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.${state}`);
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
