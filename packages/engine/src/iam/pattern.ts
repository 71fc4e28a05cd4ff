/** `*`: any text, also none. */
export const ANY = -1;
/** `?`: one letter. */
export const ONE = -2;
/** `*` and `?` in a field of an ARN, which do not reach over its colon. */
export const ANY_IN_FIELD = -3;
export const ONE_IN_FIELD = -4;

/** A text with wildcards, made once and compared often: UTF-16 code units, and the wildcards, which are negative. */
export interface Pattern {
  readonly letters: readonly number[];
  /** Where it has no wildcard: the only text that fits. */
  readonly text?: string;
}

export function patternOf(text: string): Pattern {
  return patternFrom([...lettersOf(text)].map(asWildcard));
}

/** A text in which `*` and `?` stand for themselves. */
export function textPattern(text: string): Pattern {
  return { letters: [...lettersOf(text)], text };
}

export function patternFrom(letters: readonly number[]): Pattern {
  if (letters.some((letter) => letter < 0)) return { letters };
  return { letters, text: String.fromCharCode(...letters) };
}

export function* lettersOf(text: string): Generator<number> {
  for (let at = 0; at < text.length; at++) yield text.charCodeAt(at);
}

export function asWildcard(letter: number): number {
  if (letter === STAR) return ANY;
  return letter === QUESTION_MARK ? ONE : letter;
}

export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

/** Whether a text fits. Only for patterns without wildcards of a field: the last `*` takes as little as it can. */
export function fits({ letters, text: only }: Pattern, text: string): boolean {
  if (only !== undefined) return text === only;
  let [at, here] = [0, 0];
  let star: { here: number; at: number } | undefined;
  while (at < text.length) {
    const letter = letters[here];
    if (letter === ANY) star = { here: ++here, at };
    else if (letter === ONE || letter === text.charCodeAt(at)) {
      at++;
      here++;
    } else if (star) {
      at = ++star.at;
      here = star.here;
    } else return false;
  }
  while (letters[here] === ANY) here++;
  return here === letters.length;
}

const STAR = '*'.charCodeAt(0);
const QUESTION_MARK = '?'.charCodeAt(0);
