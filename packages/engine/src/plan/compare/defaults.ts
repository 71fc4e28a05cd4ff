import { defaultsOf } from '../../aws';
import { deepEqual, isObject, type Json } from '../../schema';
import type { Difference } from './differences';

/** Whether a field comes or goes that says what AWS does without it. */
export function isWrittenDefault(key: string, { path, from, to }: Difference): boolean {
  const defaults = defaultsOf(key);
  if (!defaults || (from === undefined) === (to === undefined)) return false;
  const field = path.replace(/^spec\.(?:forProvider\.)?/, '').replace(/\[\w+\]/g, '[]');
  return saysNothing((from ?? to)!, field, defaults);
}

function saysNothing(value: Json, field: string, defaults: ReadonlyMap<string, unknown>): boolean {
  if (defaults.has(field)) return deepEqual(value, defaults.get(field) as Json);
  if (!isObject(value)) return false;
  const parts = Object.entries(value);
  return parts.length > 0 && parts.every(([name, part]) => saysNothing(part, `${field}.${name}`, defaults));
}
