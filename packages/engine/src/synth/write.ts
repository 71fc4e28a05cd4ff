import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRegularFile, recover, replaceFolder } from '../files';
import { filesIn, ownFiles, requireWritten } from './ours';
import type { SynthFile } from './render';

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
 * untouched. Gives how the old one differed. Throws `InputError` where it holds anything that synth did not write, or
 * is part of what it wrote.
 */
export function writeDist(outdir: string, files: Iterable<SynthFile>, options: WriteOptions = {}): DistDifference {
  recover(outdir);
  // replacing a folder deletes what it holds, and a slip of `--outdir` must not delete somebody's files
  const own = ownFiles(outdir);
  let difference: DistDifference | undefined;
  replaceFolder(outdir, (folder) => {
    difference = compare(outdir, own, writtenTo(folder, files), options);
    for (const path of difference.stale) requireWritten(outdir, path);
    for (const name of options.keep ?? [])
      if (existsSync(join(outdir, name))) cpSync(join(outdir, name), join(folder, name), { recursive: true });
  });
  return difference!;
}

/** How `outdir` differs from these files, without writing. Throws `InputError` where it cannot be read. */
export function compareDist(outdir: string, files: Iterable<SynthFile>, options: WriteOptions = {}): DistDifference {
  return compare(outdir, filesIn(outdir), files, options);
}

function compare(
  outdir: string,
  before: ReadonlySet<string>,
  files: Iterable<SynthFile>,
  { keep = [], onFile }: WriteOptions,
): DistDifference {
  const changed: string[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    seen.add(file.path);
    if (!before.has(file.path)) missing.push(file.path);
    else if (!readRegularFile(join(outdir, file.path)).equals(file.bytes)) changed.push(file.path);
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
