import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/schema/structural';

const VALUES: readonly Json[] = [
  null,
  '',
  'x',
  'Bad Value',
  'a'.repeat(300),
  '10',
  '12:30',
  '0.5',
  -1,
  0,
  1,
  1.5,
  70_000,
  3_000_000_000,
  1e20,
  true,
  false,
  [],
  {},
  [null],
  ['a', 'a'],
  [{}],
  { x: 1 },
  { 'bad key': 'y' },
  [[1]],
];

type Step = { readonly kind: 'set'; readonly value: Json } | { readonly kind: 'delete' | 'unknown' | 'repeat' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES).map((value): Step => ({ kind: 'set', value })) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'delete' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'unknown' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'repeat' }) },
);

/**
 * Objects with one to three random changes below their metadata's labels and annotations and everything but their
 * identity.
 */
export function randomlyChanged(bases: readonly JsonObject[]): fc.Arbitrary<JsonObject> {
  const changes = fc.array(fc.tuple(fc.nat(), step), { minLength: 1, maxLength: 3 });
  return fc.tuple(fc.constantFrom(...bases), changes).map(([base, steps]) => {
    const object = structuredClone(base);
    for (const [seed, one] of steps) apply(object, seed, one);
    return object;
  });
}

function apply(object: JsonObject, seed: number, change: Step): void {
  const places = placesIn(object);
  if (places.length === 0) return;
  const [parent, key] = places[seed % places.length]!;
  const record = parent as Record<string | number, Json>;
  if (change.kind === 'set') record[key] = structuredClone(change.value);
  else if (change.kind === 'unknown') {
    const target = record[key];
    if (target !== null && typeof target === 'object' && !Array.isArray(target)) target['notAField'] = 'x';
    else if (!Array.isArray(parent)) record['notAField'] = 'x';
  } else if (change.kind === 'repeat') {
    const target = record[key];
    if (Array.isArray(target) && target.length > 0) target.push(structuredClone(target[0]!));
  } else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete record[key];
}

/** Every place below an object that may change: the object keeps its name, kind and version. */
function placesIn(object: JsonObject): [JsonObject | Json[], string | number][] {
  const places: [JsonObject | Json[], string | number][] = [];
  const visit = (value: Json) => {
    if (value === null || typeof value !== 'object') return;
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      places.push([value, key]);
      visit((value as Record<string | number, Json>)[key]!);
    }
  };
  const metadata = object['metadata'] as JsonObject;
  for (const field of ['labels', 'annotations']) if (metadata[field] !== undefined) visit(metadata[field]!);
  for (const [field, value] of Object.entries(object))
    if (!['apiVersion', 'kind', 'metadata'].includes(field)) {
      places.push([object, field]);
      visit(value);
    }
  return places;
}
