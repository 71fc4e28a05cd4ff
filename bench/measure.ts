import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Measurement {
  /** Median wall time, from the start of the process to its end. */
  readonly seconds: number;
  /** Highest peak of any one process, in MB (10^6 bytes). */
  readonly peakMB: number;
}

/**
 * Runs `node ARGS` several times, one after the other. Throws when a run fails: a figure of a failed run means nothing.
 */
export function measure(
  args: readonly string[],
  cwd: string,
  runs: number,
  env: Record<string, string> = {},
  allowed: readonly number[] = [0],
): Measurement {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const peaks = join(folder, 'peaks');
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = process.hrtime.bigint();
    const { status, stderr, stdout } = spawnSync(process.execPath, args, {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...env,
        BENCH_PEAK_FILE: peaks,
        NODE_OPTIONS: `--require ${join(__dirname, 'peak-memory.cjs')}`,
      },
    });
    seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
    if (!allowed.includes(status ?? -1))
      throw new Error(`node ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  }
  const peakKiB = Math.max(...readFileSync(peaks, 'utf8').trim().split('\n').map(Number));
  rmSync(folder, { recursive: true });
  return { seconds: round(median(seconds)), peakMB: Math.round((peakKiB * 1024) / 1e6) };
}

/** Median wall time of a program, whatever it finds. */
export function measureProgram(program: string, args: readonly string[], runs: number): number {
  const seconds = Array.from({ length: runs }, () => {
    const start = process.hrtime.bigint();
    const { error } = spawnSync(program, args, { stdio: 'ignore' });
    if (error) throw error;
    return Number(process.hrtime.bigint() - start) / 1e9;
  });
  return round(median(seconds));
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
