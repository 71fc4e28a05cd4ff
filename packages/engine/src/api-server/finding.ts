/** What the API server would say against an object. */
export interface Finding {
  /** Which check: `type`, `required`, `unknown-field`, `enum`, `cel`, `metadata` … */
  readonly rule: string;
  /** `spec.rules[0].name`; empty for the whole object. */
  readonly path: string;
  readonly message: string;
}

/** Findings after which the API server does not evaluate CEL rules any more. */
const BLOCKING = new Set(['type', 'required', 'enum', 'too-long', 'too-many']);

export function isBlocking({ rule }: Finding): boolean {
  return BLOCKING.has(rule);
}
