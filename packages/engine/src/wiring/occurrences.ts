import type { Manifest } from '../manifests';
import { entry } from '../manifests';
import { holdsLate, type LateValue, piecesOf } from './token';

/** A text of a manifest that holds late values. */
export interface Occurrence {
  /** The map or list that holds the text, and under which key. */
  readonly parent: Record<string, unknown>;
  readonly key: string;
  /** `spec.jwtConfiguration.issuer`. */
  readonly path: string;
  readonly pieces: readonly (string | LateValue)[];
}

/** Every text with late values, in the manifest's order. */
export function occurrencesIn(manifest: Manifest): Occurrence[] {
  const found: Occurrence[] = [];
  const visit = (parent: Record<string, unknown>, at: string) => {
    for (const [key, value] of Object.entries(parent)) {
      const path = entry(parent, at, key);
      if (typeof value === 'string' && holdsLate(value)) found.push({ parent, key, path, pieces: piecesOf(value) });
      else if (value !== null && typeof value === 'object') visit(value as Record<string, unknown>, path);
      if (holdsLate(key)) found.push({ parent, key, path, pieces: [] });
    }
  };
  visit(manifest as unknown as Record<string, unknown>, '');
  return found;
}

/** The only late value of a field, where it is the whole of it. */
export function loneValue({ pieces }: Occurrence): LateValue | undefined {
  const [only] = pieces;
  return pieces.length === 1 && typeof only === 'object' ? only : undefined;
}
