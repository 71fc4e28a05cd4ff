import { InputError } from '@aws-platform/engine/errors';
import type { EnvironmentData } from '../../environments';

/** What an environment marks its AWS objects with. */
export const ENVIRONMENT_TAG = 'Environment';

/** Its value. Throws `InputError` where an environment has none. */
export function environmentTagOf({ tags }: Pick<EnvironmentData, 'tags'>): string {
  const own = tags[ENVIRONMENT_TAG];
  if (own === undefined)
    throw new InputError(
      `tags: '${ENVIRONMENT_TAG}' is missing, by which controllers tell their environment from others`,
    );
  return own;
}
