import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where may be kept what takes long to make again: beside the packages of the repository that the command runs in, else
 * in the user's own cache (https://specifications.freedesktop.org/basedir-spec/latest/).
 */
export function cacheFolder(): string {
  const modules = join(process.cwd(), 'node_modules');
  if (existsSync(modules)) return join(modules, '.cache');
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'aws-platform');
}
