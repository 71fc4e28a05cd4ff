import { child, index } from './paths';

/** A value inside a manifest, by a path of field names; undefined where anything on the way is not there. */
export function read(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, field) =>
        part !== null && typeof part === 'object' ? (part as Record<string, unknown>)[field] : undefined,
      value,
    );
}

/** Whether a value is a map, not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The records in a list; none where it is no list. */
export function records(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/**
 * The values at a path in which `[]` stands for every item of a list, each with its own path; `?` marks a field that
 * may be missing.
 */
export function* each(value: unknown, path: string, at = ''): Generator<{ value: unknown; path: string }> {
  const [head = '', ...rest] = path.split('.');
  const isList = head.endsWith('[]');
  const field = head.replace(/(?:\[\]|\?)$/, '');
  const part = read(value, field);
  if (part === undefined || part === null) return;
  const here = child(at, field);
  const parts = isList
    ? Array.isArray(part)
      ? part.map((item, position) => [item, index(here, position)] as const)
      : []
    : [[part, here] as const];
  for (const [item, itemPath] of parts)
    if (rest.length === 0) yield { value: item, path: itemPath };
    else yield* each(item, rest.join('.'), itemPath);
}
