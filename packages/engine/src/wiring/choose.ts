import type { Place } from '../aws';
import { arnOf, knownOfManifest } from '../aws';
import { annotationOf, kindKey, type Manifest } from '../manifests';
import { referenceFilling } from '../references';
import { valueAt } from './field-path';
import { holdsLate, type LateValue } from './token';

const ARNS = new Set(['status.ackResourceMetadata.arn', 'status.atProvider.arn']);
const ANNOTATION = 'metadata.annotations.';

/**
 * What a late value is already before its producer exists: its ARN where that is built from names, or what its own
 * manifest says.
 */
export function literalOf(late: LateValue, producer: Manifest, home: Place): string | undefined {
  const value = wholeLiteralOf(late, producer, home);
  return late.without === undefined ? value : value?.replaceAll(late.without, '');
}

function wholeLiteralOf({ path }: LateValue, producer: Manifest, home: Place): string | undefined {
  if (ARNS.has(path)) return arnOf(producer, home);
  const value = path.startsWith(ANNOTATION)
    ? annotationOf(producer, path.slice(ANNOTATION.length))
    : valueAt(producer, path);
  const isWritten = (typeof value === 'string' && !holdsLate(value)) || typeof value === 'number';
  return isWritten && !path.startsWith('status.') ? String(value) : undefined;
}

/**
 * The name of the reference field beside a field that the controller fills with a late value; undefined where there is
 * none.
 */
export function referenceFor(
  consumer: Manifest,
  path: string,
  late: LateValue,
  producer: Manifest,
): string | undefined {
  const isNear = consumer.metadata.namespace === producer.metadata.namespace;
  // a reference waits until the producer exists, and for nothing else; and it gives the whole value
  if (!isNear || late.once || late.without !== undefined) return undefined;
  const field = referenceFilling(consumer, path, kindKey(producer), late.path);
  if (field === undefined || isNeverSettling(consumer, field)) return undefined;
  return field.split('.').at(-1);
}

/** A reference field with which a controller changes AWS for ever. */
function isNeverSettling(consumer: Manifest, field: string): boolean {
  const { neverSettling = [] } = knownOfManifest(consumer)?.form ?? {};
  return neverSettling.some((one) => `spec.${one}` === field);
}
