import { canonicalJson, child, index } from '../manifests';
import { fieldSchema, isObject, type Json, type Structural } from '../schema';
import type { Finding } from './finding';

/** Lists of type `set` hold no value twice, lists of type `map` no key. */
export function checkLists(schema: Structural | undefined, value: Json, path = ''): Finding[] {
  if (!schema) return [];
  if (isObject(value))
    return Object.entries(value).flatMap(([field, part]) =>
      checkLists(fieldSchema(schema, field), part, child(path, field)),
    );
  if (!Array.isArray(value)) return [];
  return [
    ...checkUnique(schema, value, path),
    ...value.flatMap((item, position) => checkLists(schema.items, item, index(path, position))),
  ];
}

function checkUnique(schema: Structural, items: Json[], path: string): Finding[] {
  const type = schema['x-kubernetes-list-type'];
  if (type === 'set') return duplicates(items, path);
  if (type !== 'map') return [];
  const odd = items.findIndex((item) => item !== null && !isObject(item));
  if (odd >= 0)
    return [
      { rule: 'list-map', path: index(path, odd), message: 'must be an object, as an item of a list of type map' },
    ];
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  return duplicates(
    items.map((item) =>
      Object.fromEntries(
        keys.flatMap((key) => (isObject(item) && Object.hasOwn(item, key) ? [[key, item[key]!]] : [])),
      ),
    ),
    path,
  );
}

function duplicates(items: Json[], path: string): Finding[] {
  const seen = new Set<string>();
  return items.flatMap((item, position) => {
    const key = canonicalJson(item);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ rule: 'duplicate', path: index(path, position), message: `${key} stands twice` }];
  });
}
