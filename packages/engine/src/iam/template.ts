import type { Lookup } from './context';
import { asWildcard, fits, lettersOf, type Pattern, patternFrom, patternOf } from './pattern';
import { type Doubt, doubt, isDoubt, type Truth } from './truth';

interface Variable {
  readonly key: string;
  readonly fallback?: string;
}

/** A text of a policy, with its wildcards and variables understood. */
export interface Template {
  readonly parts: readonly (Pattern | Variable)[];
  /** Where it has no variables. */
  readonly pattern?: Pattern;
}

/** What of the language a text may use. */
export interface Syntax {
  /** Only version 2012-10-17 has them. */
  readonly variables: boolean;
  readonly wildcards: boolean;
}

/** `${*}`, `${aws:username}`, `${aws:PrincipalTag/team, 'company-wide'}`. */
const VARIABLE = /\$\{(?:([*?$])|\s*([^{},']+?)\s*(?:,\s*'([^']*)'\s*)?)\}/y;

/**
 * Undefined where a `${` is no variable.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function templateOf(text: string, { variables, wildcards }: Syntax): Template | undefined {
  const parts: (Pattern | Variable)[] = [];
  let letters: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!variables || !text.startsWith('${', at)) {
      const letter = text.charCodeAt(at);
      letters.push(wildcards ? asWildcard(letter) : letter);
      continue;
    }
    VARIABLE.lastIndex = at;
    const [match, special, key, fallback] = VARIABLE.exec(text) ?? [];
    if (match === undefined) return undefined;
    if (special !== undefined) letters.push(special.charCodeAt(0));
    else {
      parts.push(patternFrom(letters), { key: key!, ...(fallback !== undefined && { fallback }) });
      letters = [];
    }
    at += match.length - 1;
  }
  parts.push(patternFrom(letters));
  return templateFrom(parts);
}

export function templateFrom(parts: Template['parts']): Template {
  return parts.every(isPattern) ? { parts, pattern: patternFrom(parts.flatMap(({ letters }) => letters)) } : { parts };
}

export function isPattern(part: Pattern | Variable): part is Pattern {
  return 'letters' in part;
}

/** What a template stands for in a request. */
export interface Resolved {
  readonly pattern: Pattern;
  /** Where a variable's value has `*` or `?`: AWS does not say whether they are wildcards there. */
  readonly widest?: Pattern;
}

/** Undefined where the request lacks a variable: there is nothing that is equal to it or like it. */
export function resolve({ parts, pattern }: Template, lookup: Lookup): Resolved | Doubt | undefined {
  if (pattern) return { pattern };
  const [narrow, wide]: [number[], number[]] = [[], []];
  let isMissing = false;
  for (const part of parts) {
    if (isPattern(part)) {
      narrow.push(...part.letters);
      wide.push(...part.letters);
      continue;
    }
    const value = valueOfVariable(part, lookup);
    if (isDoubt(value)) return value;
    if (value === undefined) isMissing = true;
    else {
      narrow.push(...lettersOf(value));
      wide.push(...patternOf(value).letters);
    }
  }
  if (isMissing) return undefined;
  const resolved = patternFrom(narrow);
  return wide.some((letter, at) => letter !== narrow[at])
    ? { pattern: resolved, widest: patternFrom(wide) }
    : { pattern: resolved };
}

function valueOfVariable({ key, fallback }: Variable, lookup: Lookup): string | Doubt | undefined {
  const values = lookup(key);
  if (isDoubt(values)) return values;
  // "You can't use a multivalued condition key as a variable"
  return values.length > 1 ? doubt(`\${${key}}, which has several values`) : (values[0] ?? fallback);
}

/** Whether a text fits what a template stands for. */
export function fitsTemplate(template: Template, text: string, lookup: Lookup): Truth {
  if (template.pattern) return fits(template.pattern, text);
  const resolved = resolve(template, lookup);
  if (resolved === undefined) return false;
  return isDoubt(resolved) ? resolved : fitsResolved(resolved, text);
}

function fitsResolved({ pattern, widest }: Resolved, text: string): Truth {
  if (fits(pattern, text)) return true;
  return widest && fits(widest, text) ? doubt('wildcards in the value of a policy variable') : false;
}

/** The parts of a template that are patterns, with each variable as any text. */
export function widestPattern({ parts }: Template): Pattern {
  return patternFrom(parts.flatMap((part) => (isPattern(part) ? part.letters : patternOf('*').letters)));
}
