import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { InputError, systemMessage } from '../errors';

/** In bytes. Larger files are somebody's mistake; kubectl would send each of their objects through a 3 MiB limit. */
export const LARGEST_FILE = 64 * 1024 * 1024;

const MIB = 1024 * 1024;

/**
 * The bytes of a regular file, 64 MiB at most. What never ends (a named pipe, a device) is not even opened. Throws
 * `InputError` that begins with `where`.
 */
export function readRegularFile(path: string, where = path): Buffer {
  return attempt(where, () => {
    requireRegular(statSync(path), where);
    // what took its place meanwhile must not be waited for either
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(file);
      requireRegular(stats, where);
      if (stats.size > LARGEST_FILE) throw tooLarge(where, stats.size);
      return readToEnd(file, where, { waits: false });
    } finally {
      closeSync(file);
    }
  });
}

/** The text of a regular file. Throws as `readRegularFile` does. */
export function readRegularText(path: string, where = path): string {
  return readRegularFile(path, where).toString('utf8');
}

/** Everything that comes from an open file, 64 MiB at most. Throws `InputError` that begins with `where`. */
export function readOpenFile(file: number, where: string): Buffer {
  return attempt(where, () => readToEnd(file, where, { waits: true }));
}

/** Throws `InputError` for what is no regular file: a folder, a named pipe, a socket, a device. */
export function requireRegular(stats: Stats, where: string): void {
  if (!stats.isFile()) throw new InputError(`${where}: ${natureOf(stats)}; a regular file is wanted`);
}

/** What stands at a path that is no regular file. */
export function natureOf(
  entry: Pick<Stats, 'isDirectory' | 'isFIFO' | 'isSocket' | 'isSymbolicLink' | 'isCharacterDevice' | 'isBlockDevice'>,
): string {
  if (entry.isDirectory()) return 'a folder';
  if (entry.isFIFO()) return 'a named pipe';
  if (entry.isSocket()) return 'a socket';
  if (entry.isSymbolicLink()) return 'a link';
  return entry.isCharacterDevice() || entry.isBlockDevice() ? 'a device' : 'no file';
}

const CHUNK = 64 * 1024;
const PAUSE_MS = 10;

/** Some regular files do not know their size (those of /proc), and pipes have none. */
function readToEnd(file: number, where: string, { waits }: { readonly waits: boolean }): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(CHUNK);
    const length = readSome(file, part, waits);
    if (length === 0) return Buffer.concat(parts, size);
    size += length;
    if (size > LARGEST_FILE) throw tooLarge(where, size);
    parts.push(part.subarray(0, length));
  }
}

function readSome(file: number, into: Buffer, waits: boolean): number {
  for (;;)
    try {
      return readSync(file, into);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      // a terminal or pipe that another program made non-blocking has nothing yet; what is a file never has more
      if (code !== 'EAGAIN' || !waits) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
}

function tooLarge(where: string, size: number): InputError {
  return new InputError(
    `${where}: ${Math.ceil(size / MIB)} MiB or more, at most ${LARGEST_FILE / MIB} MiB are allowed in one file`,
  );
}

function attempt<T>(where: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${where}: ${systemMessage(error)}`);
  }
}
