import type { Place } from '../../aws';
import { arnOf, awsNameOf } from '../../aws';
import type { Manifest } from '../../manifests';
import { EXTERNAL_NAME, read } from '../../manifests';
import { fillsOf } from '../../references';
import { isObject, type Json } from '../../schema';
import type { Difference } from '../compare/differences';
import type { FieldChange } from '../model';

/** Finds what a reference means. */
export interface ReferenceLookup {
  find(kind: string, name: string, namespace: string | undefined): Manifest | undefined;
  readonly home: Place;
}

export interface Rewired {
  /** A value that is now told by a reference, or was, and is the same. */
  readonly fields: readonly FieldChange[];
  readonly rest: readonly Difference[];
}

/**
 * Fields whose value another field tells now, without being another one: a name in place of a reference, or the other
 * way round.
 */
export function rewired(manifest: Manifest, differences: readonly Difference[], around: ReferenceLookup): Rewired {
  const same = new Set<Difference>();
  for (const difference of differences) {
    const { path, from, to } = difference;
    const target = fillsOf(manifest, path);
    if (!target || (from === undefined) === (to === undefined)) continue;
    const filled = differences.find((one) => one.path === target.fills);
    const literal = to === undefined ? filled?.to : filled?.from;
    if (!filled || literal === undefined) continue;
    const value = valueOfReference(manifest, to ?? from!, target, around);
    if (value !== undefined && value === literal) same.add(difference).add(filled);
  }
  return {
    fields: [...same].map(({ path, from, to }) => ({
      path,
      from: from ?? null,
      to: to ?? null,
      effect: 'update',
      reason:
        'the same value, which a reference tells instead of a text, or the other way round; nothing in AWS changes',
      source: 'docs/late-bound-values.md',
    })),
    rest: differences.filter((difference) => !same.has(difference)),
  };
}

function valueOfReference(
  { metadata }: Manifest,
  reference: Json,
  { target, attribute }: { readonly target: string; readonly attribute: string },
  { find, home }: ReferenceLookup,
): unknown {
  const named = isObject(reference) && isObject(reference['from']) ? reference['from'] : reference;
  if (!isObject(named) || typeof named['name'] !== 'string') return undefined;
  const namespace = typeof named['namespace'] === 'string' ? named['namespace'] : metadata.namespace;
  const found = find(target, named['name'], namespace);
  if (!found) return undefined;
  if (/arn$/i.test(attribute) && attribute.startsWith('status.')) return arnOf(found, home);
  if (attribute === `metadata.annotations.${EXTERNAL_NAME}`) return awsNameOf(found);
  return read(found, attribute);
}
