import { isDeepStrictEqual } from 'node:util';
import type { Evidence } from './evidence';

/** A choice that differs from the document, on purpose. */
export interface Deviation {
  /** What the platform has instead. */
  readonly chosen: unknown;
  readonly because: string;
  /** Where the reason can be checked. */
  readonly source: string;
}

/** One value of the architecture document, and where the platform shows it. */
export interface DocumentValue {
  /** Its path in the document: `SQSQueues.OrderProcessing.VisibilityTimeoutSeconds`. */
  readonly path: string;
  /** The document's value; `true` for a feature that it lists. */
  readonly value: unknown;
  /** The platform's value, in the document's units; undefined where there is none. */
  readonly read: (evidence: Evidence) => unknown;
  readonly deviation?: Deviation;
}

export type Status = 'missing' | 'deviated' | 'matched';

/** The platform beside one value of the document. */
export interface Comparison {
  readonly path: string;
  readonly status: Status;
  readonly document: unknown;
  readonly platform: unknown;
  readonly deviation?: Deviation;
}

/** The platform beside the document. A deviation counts only where the platform has what it says was chosen. */
export function compare(values: readonly DocumentValue[], evidence: Evidence): Comparison[] {
  return values.map(({ path, value, read, deviation }) => {
    const platform = read(evidence);
    const isChosen = deviation !== undefined && isDeepStrictEqual(platform, deviation.chosen);
    const status = isDeepStrictEqual(platform, value) ? 'matched' : isChosen ? 'deviated' : 'missing';
    return { path, status, document: value, platform, ...(deviation && { deviation }) };
  });
}
