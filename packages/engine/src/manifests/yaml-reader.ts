import {
  boolYaml11Tag,
  defineScalarTag,
  floatCoreTag,
  loadAll,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullCoreTag,
  Schema,
  seqTag,
  strTag,
  YAMLException,
} from 'js-yaml';

/** A text that cannot be read, and where in it. */
export class SyntaxProblem extends Error {
  constructor(
    message: string,
    /** From 1. */
    readonly line: number,
    /** From 1. */
    readonly column: number,
  ) {
    super(message);
  }
}

/** kubectl reads whole numbers as Go does: `0123` and `0o17` octal, `1_000` with its underscore, but no base 60. */
const INTEGER = /^([-+]?)(?:0b([01_]+)|0o?([0-7_]+)|0x([0-9a-fA-F_]+)|(\d[\d_]*))$/;
const goInteger = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: [...'+-0123456789'],
  resolve: (source) => {
    const [match, sign, binary, octal, hexadecimal, decimal] = INTEGER.exec(source) ?? [];
    if (match === undefined) return NOT_RESOLVED;
    const [digits, base] = binary
      ? [binary, 2]
      : octal
        ? [octal, 8]
        : hexadecimal
          ? [hexadecimal, 16]
          : [decimal ?? '0', 10];
    return (sign === '-' ? -1 : 1) * Number.parseInt(digits.replaceAll('_', ''), base);
  },
  identify: () => false,
});

/** The scalars of kubectl's YAML: the words of YAML 1.1, the numbers of Go, dates as strings. */
const KUBECTL = new Schema([strTag, seqTag, mapTag, nullCoreTag, boolYaml11Tag, goInteger, floatCoreTag, mergeTag]);

/** Levels of maps and lists in a text. No manifest has fifty, and what reads them recurses. */
export const DEEPEST = 500;
const MOST_ALIASES = 1_000;
const MOST_VALUES = 1_000_000;

/**
 * The documents of a YAML text, the way kubectl reads them. Throws `SyntaxProblem`, also for duplicate keys and bombs.
 */
export function readYaml(text: string): unknown[] {
  try {
    const documents = loadAll(text, { schema: KUBECTL, maxDepth: DEEPEST, maxAliases: MOST_ALIASES });
    if (text.includes('*')) requireSmall(documents);
    return documents;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new SyntaxProblem(error.reason, (error.mark?.line ?? 0) + 1, (error.mark?.column ?? 0) + 1);
  }
}

/** Aliases make a short text a large or a deep value. Level by level, for a deep one leaves no stack to recurse on. */
function requireSmall(documents: readonly unknown[]): void {
  let level: readonly unknown[] = documents;
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new SyntaxProblem(`aliases nest more than ${DEEPEST} levels deep`, 1, 1);
    values += level.length;
    if (values > MOST_VALUES) throw new SyntaxProblem(`aliases expand to more than ${MOST_VALUES} values`, 1, 1);
    const next: unknown[] = [];
    for (const value of level)
      if (value !== null && typeof value === 'object') {
        const parts = Object.values(value);
        if (values + next.length + parts.length > MOST_VALUES)
          throw new SyntaxProblem(`aliases expand to more than ${MOST_VALUES} values`, 1, 1);
        for (const part of parts) next.push(part);
      }
    level = next;
  }
}
