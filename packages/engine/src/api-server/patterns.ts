import { RE2JS } from 're2js';

/** Whether a text contains a match, with the semantics of RE2, the server's engine. */
export type Matcher = (text: string) => boolean;

const matchers = new Map<string, Matcher>();

/**
 * JavaScript's engine says the same as RE2 where a pattern has none of: groups with flags or names, classes of Unicode,
 * POSIX or white space, anchors of the text, quoted literals, or a dot (which stops at other line ends). It is faster.
 */
const DIFFERS = /\(\?|\\[pPsSzAQEbBC]|\[\[:|\\x\{|(?<!\\)(?:\\\\)*\./;

/** The matcher of a pattern, compiled once. Throws for a pattern that RE2 refuses. */
export function matcherOf(pattern: string): Matcher {
  const known = matchers.get(pattern);
  if (known) return known;
  const matcher = compile(pattern);
  matchers.set(pattern, matcher);
  return matcher;
}

function compile(pattern: string): Matcher {
  if (!DIFFERS.test(pattern))
    try {
      const expression = new RegExp(pattern, 'u');
      return (text) => expression.test(text);
    } catch {
      // not JavaScript's syntax: RE2 decides
    }
  const expression = RE2JS.compile(pattern);
  return (text) => expression.matcher(text).find();
}
