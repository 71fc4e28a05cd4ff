import type { Manifest } from '../manifests';
import { familyOf } from '../references';
import { referenceFor } from './choose';
import { valueAt } from './field-path';
import { loneValue, type Occurrence } from './occurrences';
import type { LateValue } from './token';

interface Candidate {
  readonly occurrence: Occurrence;
  readonly late: LateValue;
  readonly field: string;
}

/**
 * Puts references in the place of late values where the consumer's kind has them, and returns what is left. A list is
 * referred to as a whole: controllers take either its values or references.
 */
export function useReferences(
  consumer: Manifest,
  occurrences: readonly Occurrence[],
  producerOf: (late: LateValue) => Manifest,
): Occurrence[] {
  const candidates = occurrences.flatMap((occurrence): Candidate[] => {
    const late = loneValue(occurrence);
    const field = late && referenceFor(consumer, occurrence.path, late, producerOf(late));
    return late && field !== undefined ? [{ occurrence, late, field }] : [];
  });
  const done = new Set<Occurrence>();
  for (const { occurrence, late, field } of candidates) {
    if (done.has(occurrence)) continue;
    const { parent, key, path } = occurrence;
    if (!Array.isArray(parent)) {
      delete parent[key];
      parent[field] = reference(consumer, late);
      done.add(occurrence);
      continue;
    }
    const items = candidates.filter((candidate) => candidate.occurrence.parent === parent && candidate.field === field);
    if (items.length < parent.length) continue;
    const listPath = path.replace(/\[\d+\]$/, '');
    const holder = holderOf(consumer, listPath);
    delete holder[listPath.slice(listPath.lastIndexOf('.') + 1)];
    holder[field.replace(/\[\]$/, '')] = items.map((item) => reference(consumer, item.late));
    for (const item of items) done.add(item.occurrence);
  }
  return occurrences.filter((occurrence) => !done.has(occurrence));
}

function holderOf(consumer: Manifest, path: string): Record<string, unknown> {
  return valueAt(consumer, path.slice(0, path.lastIndexOf('.'))) as Record<string, unknown>;
}

function reference(consumer: Manifest, { name }: LateValue): object {
  return familyOf(consumer) === 'ack' ? { from: { name } } : { name };
}
