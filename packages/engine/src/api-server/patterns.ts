import { RE2JS } from 're2js';

/** Whether a text contains a match, with the semantics of RE2, the server's engine. */
export type Matcher = (text: string) => boolean;

const matchers = new Map<string, Matcher>();

/**
 * The matcher of a pattern, compiled once. Throws for a pattern that RE2 refuses. Always RE2: JavaScript's engine is
 * faster, but may take longer than anybody waits for a pattern and a text that look harmless.
 */
export function matcherOf(pattern: string): Matcher {
  const known = matchers.get(pattern);
  if (known) return known;
  const expression = RE2JS.compile(pattern);
  const matcher = (text: string) => expression.test(text);
  matchers.set(pattern, matcher);
  return matcher;
}
