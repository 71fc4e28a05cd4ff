import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Run, platform as runPlatform } from '../packages/engine/test/engine';

export type { Run };

/** The repository under test. */
export const ROOT = join(__dirname, '..');

/** What `npx platform` starts. */
export const PROGRAM = 'packages/engine/bin/platform.js';

/** Runs `platform ARGS` in a repository, with the engine that is there. */
export function platform(
  args: readonly string[],
  { root = ROOT, env = {} }: { root?: string; env?: NodeJS.ProcessEnv } = {},
): Run {
  return runPlatform(args, { cwd: root, env, program: join(root, PROGRAM) });
}

/** The same without waiting for it here. */
export function platformAsync(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(process.execPath, [join(ROOT, PROGRAM), ...args], {
      cwd: ROOT,
      stdio: 'ignore',
      env: { ...process.env, ...env },
    }).on('close', resolve);
  });
}

/** A copy of the repository to break things in; without its tests, which few things in it need. */
export class RepositoryCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'platform-copy-'));

  constructor({ withTests = false } = {}) {
    const left = new Set(['node_modules', '.git', ...(withTests ? [] : ['test'])]);
    cpSync(ROOT, this.root, { recursive: true, filter: (path) => path === ROOT || !left.has(basename(path)) });
    this.linkPackages();
  }

  /** The packages are those of the repository; the engine is the copy's own. */
  private linkPackages(): void {
    const modules = join(this.root, 'node_modules');
    mkdirSync(join(modules, '@aws-platform'), { recursive: true });
    symlinkSync(join(this.root, 'packages', 'engine'), join(modules, '@aws-platform', 'engine'));
    mkdirSync(join(modules, '.bin'));
    symlinkSync(join(this.root, PROGRAM), join(modules, '.bin', 'platform'));
    for (const name of readdirSync(join(ROOT, 'node_modules', '.bin')))
      if (name !== 'platform') symlinkSync(join(ROOT, 'node_modules', '.bin', name), join(modules, '.bin', name));
    for (const name of readdirSync(join(ROOT, 'node_modules')))
      if (!['@aws-platform', '.bin', '.cache'].includes(name))
        symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }

  /** Runs with a file changed, and puts it back. */
  with<T>(file: string, change: (text: string) => string | undefined, run: () => T): T {
    const path = join(this.root, file);
    const before = readFileSync(path, 'utf8');
    const { atime, mtime } = statSync(path);
    const after = change(before);
    if (after === before) throw new Error(`the change to ${file} changes nothing`);
    if (after === undefined) rmSync(path);
    else writeFileSync(path, after);
    try {
      return run();
    } finally {
      writeFileSync(path, before);
      // bundles are kept by the times of sources
      utimesSync(path, atime, mtime);
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** One checksum of a folder's paths and contents; 'absent' where there is none. */
export function checksum(folder: string): string {
  if (!existsSync(folder)) return 'absent';
  const hash = createHash('sha256');
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths)
    hash
      .update(`${path.slice(folder.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex');
}
