import { type Doubt, doubt } from './truth';

/**
 * What a request says of a key: its value, several for keys with many, or null where the request does not have the key.
 */
export type ContextValue = string | number | boolean | readonly string[] | null;

/**
 * The keys of a request, as `aws:SourceIp`; their case does not matter. Undefined, or not there: it is not known
 * whether the request has the key.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export type Context = Readonly<Record<string, ContextValue | undefined>>;

/** The values of a key that the request does not have; a list that is empty is another. */
export const ABSENT: readonly string[] = [];

/** The values of a key, whatever its case. */
export type Lookup = (key: string) => readonly string[] | Doubt;

/** How conditions and variables ask for values. Where contexts have the same key, the last one counts. */
export function lookupIn(contexts: readonly Context[], isComplete: boolean): Lookup {
  const values = new Map<string, readonly string[] | undefined>();
  for (const context of contexts)
    for (const [key, value] of Object.entries(context)) values.set(key.toLowerCase(), valuesOf(value));
  return (key) => {
    const known = values.get(key.toLowerCase());
    if (known) return known;
    return isComplete && !values.has(key.toLowerCase()) ? ABSENT : doubt(`${key}, which is not known`);
  };
}

function valuesOf(value: ContextValue | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (value === null) return ABSENT;
  return Array.isArray(value) ? value : [String(value)];
}
