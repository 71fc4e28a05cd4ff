import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { InputError, systemMessage } from '../errors';
import { recover, replaceFolder } from '../files';
import { HEADER, type SynthFile } from './render';

export interface WriteOptions {
  /** Folders of further environments, which stay as they are. @default none */
  readonly keep?: readonly string[];
  /** Called with each file as it comes. */
  readonly onFile?: (file: SynthFile) => void;
}

/** How a folder differs from what was synthesized; paths below it. */
export interface DistDifference {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** There, but made by no chart. */
  readonly stale: readonly string[];
}

/**
 * Writes files below `outdir` and removes the stale ones, all at once: until everything is written the old folder stays
 * untouched. Gives how the old one differed. Throws `InputError` where it holds anything that synth did not write.
 */
export function writeDist(outdir: string, files: Iterable<SynthFile>, options: WriteOptions = {}): DistDifference {
  recover(outdir);
  requireOurs(outdir);
  let difference: DistDifference | undefined;
  replaceFolder(outdir, (folder) => {
    difference = compareDist(outdir, writtenTo(folder, files), options);
    for (const name of options.keep ?? [])
      if (existsSync(join(outdir, name))) cpSync(join(outdir, name), join(folder, name), { recursive: true });
  });
  return difference!;
}

/** How `outdir` differs from these files, without writing. Throws `InputError` where it cannot be read. */
export function compareDist(outdir: string, files: Iterable<SynthFile>, options: WriteOptions = {}): DistDifference {
  const { keep = [], onFile } = options;
  const before = listFiles(outdir);
  const changed: string[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    seen.add(file.path);
    if (!before.has(file.path)) missing.push(file.path);
    else if (!readFileSync(join(outdir, file.path)).equals(file.bytes)) changed.push(file.path);
    onFile?.(file);
  }
  const stale = [...before].filter((path) => !seen.has(path) && !keep.includes(path.split('/')[0] ?? ''));
  return { changed, missing, stale };
}

function* writtenTo(folder: string, files: Iterable<SynthFile>): Generator<SynthFile> {
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.bytes);
    yield file;
  }
}

/** Replacing a folder deletes what it holds, and a slip of `--outdir` must not delete somebody's files. */
function requireOurs(outdir: string): void {
  for (const path of listFiles(outdir)) {
    if (path.endsWith('.yaml') && beginsWithHeader(join(outdir, path))) continue;
    throw new InputError(
      `${outdir} holds ${path}, which synth did not write; allowed is a new folder, an empty one, or one that synth wrote`,
    );
  }
}

function beginsWithHeader(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(HEADER.length);
    readSync(file, start);
    return start.toString('utf8') === HEADER;
  } finally {
    closeSync(file);
  }
}

function listFiles(outdir: string): Set<string> {
  try {
    if (statSync(outdir, { throwIfNoEntry: false })?.isFile())
      throw new InputError(`${outdir} is a file; allowed is a folder that is new, empty, or written by synth`);
    const entries = existsSync(outdir) ? readdirSync(outdir, { recursive: true, withFileTypes: true }) : [];
    return new Set(
      entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(outdir, join(entry.parentPath, entry.name))),
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot read ${outdir}: ${systemMessage(error)}`);
  }
}
