import { annotationOf, EXTERNAL_NAME, isRecord, type Manifest } from '../../manifests';
import { physicalFieldsOf } from '../cloud-control';
import type { Must } from './demand';
import type { Known } from './forms';
import { referencesOf, spelled } from './spelling';

/** Where a field stands in a manifest, or would stand. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
  /** The path inside Cloud Control's state, which is one text. */
  readonly inside?: string;
  /** Whether a reference beside it fills it. */
  readonly isReferred: boolean;
}

/**
 * The places of an entry's field in a manifest: one in every item of the lists on its way, none where a part marked `?`
 * or a list before it is missing, and where the manifest's form has no such field.
 */
export function placesOf(manifest: Manifest, known: Known, field: string): Place[] {
  const path = spelled(known.form, known.name, known.isLead, field);
  return path === undefined ? [] : placesAt(manifest, known, path);
}

/** The same of a path that the form spells itself. */
export function placesAt(manifest: Manifest, known: Known, path: string): Place[] {
  if (path === '@name')
    return [
      {
        value: annotationOf(manifest, EXTERNAL_NAME) ?? manifest.metadata.name,
        path: 'metadata.name',
        isReferred: false,
      },
    ];
  const found = [...walk(fieldsOf(manifest, known), path.split('.'), '', known)];
  if (known.name === 'cloudFormation')
    return found.map((place) => ({ ...place, path: 'spec.forProvider.desiredState', inside: place.path }));
  const prefix = prefixOf(known);
  return found.map((place) => ({ ...place, path: `${prefix}${place.path}` }));
}

/** The first value at an entry's field. */
export function firstValueOf(manifest: Manifest, known: Known, field: string): unknown {
  return placesOf(manifest, known, field)[0]?.value;
}

/** Where the fields of the AWS object begin. */
export function prefixOf({ name }: Known): string {
  return name === 'ack' || name === 'other' ? 'spec.' : 'spec.forProvider.';
}

function fieldsOf(manifest: Manifest, { name }: Known): unknown {
  return name === 'ack' || name === 'other' ? manifest['spec'] : physicalFieldsOf(manifest);
}

function* walk(value: unknown, [head = '', ...rest]: readonly string[], at: string, known: Known): Generator<Place> {
  const isList = head.endsWith('[]');
  const record = known.name === 'crossplaneV1' ? unwrapped(value) : value;
  const field = nameIn(record, head.replace(/(?:\[\]|\?)$/, ''), known);
  const part = isRecord(record) ? record[field] : undefined;
  const path = at === '' ? field : `${at}.${field}`;
  const isMissing = part === undefined || part === null;
  if (isList) {
    for (const [position, item] of itemsOf(part).entries())
      if (rest.length === 0) yield { value: item, path: `${path}[${position}]`, isReferred: false };
      else yield* walk(item, rest, `${path}[${position}]`, known);
  } else if (rest.length === 0) {
    yield { value: part, path, isReferred: isRecord(record) && isReferred(record, field, known) };
  } else if (!isMissing) {
    yield* walk(part, rest, path, known);
  } else if (!head.endsWith('?') && !rest.some((one) => /\[\]$|\?$/.test(one))) {
    yield { value: undefined, path: `${path}.${rest.join('.')}`, isReferred: false };
  }
}

/** Crossplane 1 wraps single objects in lists. */
function unwrapped(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function itemsOf(part: unknown): readonly unknown[] {
  return Array.isArray(part) ? part : isRecord(part) ? [part] : [];
}

/** The object's own spelling of a field, whatever its case; as the form would write it where it is not there. */
function nameIn(record: unknown, field: string, { isLead }: Known): string {
  if (isLead || !isRecord(record) || Object.hasOwn(record, field)) return field;
  const letters = field.toLowerCase();
  return Object.keys(record).find((one) => one.toLowerCase() === letters) ?? field;
}

function isReferred(record: Readonly<Record<string, unknown>>, field: string, { name }: Known): boolean {
  return referencesOf(name, field).some((reference) => record[reference] !== undefined && record[reference] !== null);
}

/** Whether what stands at a place is what a demand asks for. */
export function passes({ value, isReferred }: Place, must: Must): boolean {
  const isSet = value !== undefined && value !== null && value !== '';
  const is = (other: unknown) => isSet && String(value) === String(other);
  if (must === 'be set') return isSet || isReferred;
  if ('equal' in must) return is(must.equal);
  if ('absentOr' in must) return !isSet || is(must.absentOr);
  if ('beOneOf' in must) return must.beOneOf.some(is);
  if ('match' in must) return isSet && must.match.test(String(value));
  if ('notEqual' in must) return !is(must.notEqual);
  return typeof value !== 'string' || !must.notMatch.test(value);
}
