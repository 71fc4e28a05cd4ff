import type { Finding, Result } from '../api-server';
import type { SourceDocument } from '../manifests';
import type { CheckResults, DeclaredException } from '../rules';

/** What `validate` has to say of documents. */
export interface Report {
  readonly results: readonly Result[];
  /** Exceptions to policies that objects declare, with their reasons. */
  readonly exceptions: readonly DeclaredException[];
  readonly summary: Summary;
}

export interface Summary {
  readonly total: number;
  readonly valid: number;
  readonly invalid: number;
}

export function summarize(results: readonly { readonly valid: boolean }[]): Summary {
  const invalid = results.filter(({ valid }) => !valid).length;
  return { total: results.length, valid: results.length - invalid, invalid };
}

/** Adds to each document's own verdict what the tree shows. A field that its schema refuses is said once. */
export function reportOf(
  documents: readonly SourceDocument[],
  alone: readonly Result[],
  together: CheckResults | undefined,
): Report {
  const isNamed = new Set(documents);
  const results = alone.map((result, position): Result => {
    const found = together?.findings.get(documents[position]!) ?? [];
    if (found.length === 0) return result;
    const errors: Finding[] = [...result.errors];
    for (const finding of found) if (!result.errors.some(({ path }) => path === finding.path)) errors.push(finding);
    return { ...result, valid: errors.length === 0, errors };
  });
  const ofNamed = (remarks: readonly DeclaredException[] = []) =>
    remarks.filter(({ document }) => isNamed.has(document));
  return {
    results,
    exceptions: ofNamed(together?.exceptions),
    summary: summarize(results),
  };
}
