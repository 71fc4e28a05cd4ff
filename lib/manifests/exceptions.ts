import { InputError } from '../errors';

/**
 * Before a policy's id, the annotation that declares an exception to it; its value is the reason, which `validate`
 * prints: `exception.platform.company.com/dead-letter: …`.
 */
export const EXCEPTION = 'exception.platform.company.com/';

const SHORTEST_REASON = 10;

/** The annotation of an exception. Throws an `InputError` that begins with `where` for a reason that is none. */
export function exception(policy: string, because: string, where: string): Record<string, string> {
  if (because.trim().length < SHORTEST_REASON)
    throw new InputError(
      `${where}: because is '${because}', a reason of at least ${SHORTEST_REASON} characters is required`,
    );
  return { [EXCEPTION + policy]: because };
}
