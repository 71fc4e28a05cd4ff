import type { Lookup } from './context';
import { ANY, ANY_IN_FIELD, ONE, ONE_IN_FIELD, type Pattern, patternFrom } from './pattern';
import { fitsTemplate, isPattern, type Syntax, type Template, templateFrom, templateOf } from './template';
import { every, type Truth } from './truth';

/** An ARN of a policy: `arn:partition:service:region:account:resource`, each field with its own wildcards. */
export interface ArnTemplate {
  readonly whole: Template;
  /** Six of them. */
  readonly fields: readonly Template[];
}

const FIELDS = 6;
const FIELD_NUMBERS = [0, 1, 2, 3, 4, 5];
const COLON = ':'.charCodeAt(0);

/** Undefined for what is no ARN. */
export function arnTemplateOf(text: string, syntax: Syntax): ArnTemplate | undefined {
  const whole = templateOf(text, syntax);
  if (!whole) return undefined;
  const fields: Template['parts'][number][][] = [[]];
  for (const part of whole.parts) {
    if (!isPattern(part)) {
      fields.at(-1)!.push(part);
      continue;
    }
    let letters = [...part.letters];
    // all colons behind the fifth belong to the resource
    while (fields.length < FIELDS && letters.includes(COLON)) {
      const colon = letters.indexOf(COLON);
      fields.at(-1)!.push(patternFrom(letters.slice(0, colon)));
      fields.push([]);
      letters = letters.slice(colon + 1);
    }
    fields.at(-1)!.push(patternFrom(letters));
  }
  return fields.length === FIELDS ? { whole, fields: fields.map(templateFrom) } : undefined;
}

/** The six fields of an ARN; undefined for what is none. */
export function arnFieldsOf(text: string): readonly string[] | undefined {
  const fields = text.split(':');
  return fields.length < FIELDS ? undefined : [...fields.slice(0, FIELDS - 1), fields.slice(FIELDS - 1).join(':')];
}

/** Whether an ARN fits, field by field: `*` does not reach over a colon, but in the last field. */
export function fitsArn({ fields }: ArnTemplate, arn: readonly string[], lookup: Lookup): Truth {
  return every(FIELD_NUMBERS, (number) => fitsTemplate(fields[number]!, arn[number]!, lookup));
}

/** What `fitsArn` compares, as one pattern. */
export function patternOfFields(fields: readonly Pattern[]): Pattern {
  return patternFrom(
    fields.flatMap((field, index) => (index === FIELDS - 1 ? field.letters : [...withinField(field).letters, COLON])),
  );
}

/** A pattern whose wildcards do not reach over a colon. */
export function withinField({ letters }: Pattern): Pattern {
  return patternFrom(letters.map((letter) => (letter === ANY ? ANY_IN_FIELD : letter === ONE ? ONE_IN_FIELD : letter)));
}
