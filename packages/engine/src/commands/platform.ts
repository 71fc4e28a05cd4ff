import { InputError } from '../errors';
import type { EnvironmentIdentity } from '../platform';
import type { Context, PlatformSources } from './context';

/** The platform that the command runs in. Throws `InputError` where it runs in none. */
export function requirePlatform({ root, platform }: Context): PlatformSources {
  if (platform) return platform;
  throw new InputError(
    `${root}: no platform.ts here or in a folder above; run this command in the repository of a platform`,
  );
}

/** An environment of the platform, checked. Throws `InputError`. */
export async function loadEnvironment(context: Context, name: string): Promise<EnvironmentIdentity> {
  const { loadEnvironments } = await requirePlatform(context).environments();
  const [environment] = loadEnvironments(context.root, [name]);
  return environment!;
}
