import { execFileSync } from 'node:child_process';

/**
 * Prometheus's own checker: of the package `prometheus` in Debian, which CI installs. `PROMTOOL` may say where else it
 * is.
 */
export const promtool = process.env['PROMTOOL'] ?? 'promtool';

/** What it said; throws with that when it finds something wrong. */
export function runPromtool(...args: readonly string[]): string {
  try {
    return execFileSync(promtool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`promtool ${args[0]} ${args[1]}:\n${stdout ?? ''}${stderr ?? String(error)}`);
  }
}

export function hasPromtool(): boolean {
  try {
    runPromtool('--version');
    return true;
  } catch {
    return false;
  }
}
