import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The package under test. */
export const ENGINE = join(__dirname, '..');

/** Data to check against, where they are there. */
export const SHARED = join(ENGINE, '..', '..', '..', 'shared');

/** A platform to run commands in; its manifests were one platform's production at some time. */
export const SAMPLE = join(__dirname, 'fixtures', 'platform');

/** The sample's manifests, whatever any platform's charts make today. */
export const SAMPLE_DIST = join(SAMPLE, 'dist');

/** What `npx platform` starts. */
export const PROGRAM = join(ENGINE, 'bin', 'platform.js');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `platform ARGS` in a folder. */
export function platform(
  args: readonly string[],
  {
    cwd = SAMPLE,
    env = {},
    program = PROGRAM,
  }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly program?: string } = {},
): Run {
  return spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
}

/** The repository that the package is developed in: its pages show what the engine says. */
export const REPOSITORY = join(ENGINE, '..', '..');
