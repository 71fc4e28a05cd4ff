import { InputError } from '@aws-platform/engine/errors';
import { canonicalJson } from '@aws-platform/engine/manifests';

/** One accepted value: the value itself, or a content filter such as `{ prefix: 'eu-' }`. */
export type PatternValue = string | number | boolean | null | Readonly<Record<string, unknown>>;

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html */
export interface EventPattern {
  readonly [field: string]: readonly PatternValue[] | EventPattern;
}

/** AWS's default quota: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const LONGEST = 2_048;

/** An event pattern as canonical JSON. Throws an `InputError`, naming `where`, for a pattern that AWS refuses. */
export function patternJson(where: string, pattern: EventPattern): string {
  requireLists(where, pattern, 'pattern');
  const text = canonicalJson(pattern);
  if (text.length > LONGEST)
    throw new InputError(`${where}: pattern has ${text.length} characters, at most ${LONGEST} are allowed`);
  return text;
}

/**
 * Throws an `InputError` that begins with `where`, for a level of a pattern, at `path`, that is empty or has no lists.
 */
export function requireLists(where: string, pattern: EventPattern, path: string): void {
  if (Object.keys(pattern).length === 0)
    throw new InputError(`${where}: ${path} is empty, at least one field is required`);
  for (const [field, value] of Object.entries(pattern)) {
    const here = `${path}.${field}`;
    if (Array.isArray(value)) {
      if (value.length === 0)
        throw new InputError(`${where}: ${here} is an empty list, which matches nothing and which AWS refuses`);
    } else if (value !== null && typeof value === 'object') requireLists(where, value as EventPattern, here);
    else
      throw new InputError(
        `${where}: ${here} is ${JSON.stringify(value)}, only a list of values or a further level is allowed`,
      );
  }
}
