import { child, index, isRecord } from '../../manifests';

/** Operators of EventBridge patterns and SNS filter policies, and what each takes. */
const OPERATORS: Readonly<Record<string, (value: unknown) => boolean>> = {
  'anything-but': (value) => isScalar(value) || isScalarList(value) || isRecord(value),
  cidr: (value) => typeof value === 'string' && /^[0-9a-f.:]+\/\d{1,3}$/i.test(value),
  'equals-ignore-case': (value) => typeof value === 'string',
  exists: (value) => typeof value === 'boolean',
  numeric: isNumeric,
  prefix: (value) => typeof value === 'string' || isRecord(value),
  suffix: (value) => typeof value === 'string' || isRecord(value),
  wildcard: (value) => typeof value === 'string' || isScalarList(value),
};

/**
 * What is wrong with a pattern: nested maps whose leaves are lists of conditions. Each with the field that it concerns.
 */
export function* patternProblems(pattern: unknown, at = ''): Generator<{ at: string; message: string }> {
  if (!isRecord(pattern)) {
    yield { at, message: 'is not a map of fields' };
    return;
  }
  for (const [field, value] of Object.entries(pattern)) {
    const here = child(at, field);
    if (field === '$or') {
      if (!Array.isArray(value) || value.length < 2)
        yield { at: here, message: 'takes a list of at least two patterns' };
      else for (const [position, part] of value.entries()) yield* patternProblems(part, index(here, position));
    } else if (isRecord(value)) {
      if (Object.keys(value).length === 0) yield { at: here, message: 'is empty and matches nothing' };
      yield* patternProblems(value, here);
    } else if (!Array.isArray(value))
      yield { at: here, message: `is ${JSON.stringify(value)}; a list of what matches is allowed` };
    else if (value.length === 0) yield { at: here, message: 'is an empty list and matches nothing' };
    else yield* conditionProblems(value, here);
  }
}

function* conditionProblems(conditions: readonly unknown[], at: string): Generator<{ at: string; message: string }> {
  for (const condition of conditions) {
    if (isScalar(condition) || condition === null) continue;
    const entries = isRecord(condition) ? Object.entries(condition) : [];
    const [operator, value] = entries[0] ?? [];
    if (entries.length !== 1 || operator === undefined)
      yield { at, message: `${JSON.stringify(condition)} is neither a value nor one operator with its value` };
    else if (!OPERATORS[operator])
      yield { at, message: `there is no operator '${operator}', allowed are ${Object.keys(OPERATORS).join(', ')}` };
    else if (!OPERATORS[operator](value)) yield { at, message: `${operator} does not take ${JSON.stringify(value)}` };
  }
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isScalarList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isScalar);
}

/** `['>', 0, '<=', 5]`. */
function isNumeric(value: unknown): boolean {
  if (!Array.isArray(value) || (value.length !== 2 && value.length !== 4)) return false;
  return value.every((part, index) =>
    index % 2 === 0 ? ['=', '<', '<=', '>', '>='].includes(part) : typeof part === 'number',
  );
}
