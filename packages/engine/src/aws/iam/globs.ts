/**
 * Whether some text fits both patterns, in which `*` stands for any text and `?` for one character. IAM compares the
 * resources of a policy with those of a request this way.
 */
export function globsMeet(one: string, other: string): boolean {
  // most pairs differ before their first wildcard
  const start = lengthOfSameText(one, other);
  if (isText(one[start]) && isText(other[start])) return false;
  if (!/[*?]/.test(other)) return fits(other, one, start);
  if (!/[*?]/.test(one)) return fits(one, other, start);
  const known = new Map<number, boolean>();
  const meet = (a: number, b: number): boolean => {
    const key = a * (other.length + 1) + b;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, false);
    const result = step(a, b);
    known.set(key, result);
    return result;
  };
  const step = (a: number, b: number): boolean => {
    if (one[a] === '*') return meet(a + 1, b) || (b < other.length && meet(a, b + 1));
    if (other[b] === '*') return meet(a, b + 1) || (a < one.length && meet(a + 1, b));
    if (a === one.length || b === other.length) return a === one.length && b === other.length;
    return (one[a] === other[b] || one[a] === '?' || other[b] === '?') && meet(a + 1, b + 1);
  };
  return meet(start, start);
}

/**
 * Whether a text fits a pattern, of which both begin with the same `start` letters: the last `*` takes as little as it
 * can.
 */
function fits(text: string, pattern: string, start: number): boolean {
  let [at, here] = [start, start];
  let star: { pattern: number; text: number } | undefined;
  while (at < text.length)
    if (pattern[here] === '*') star = { pattern: ++here, text: at };
    else if (pattern[here] === text[at] || pattern[here] === '?') {
      at++;
      here++;
    } else if (star) {
      at = ++star.text;
      here = star.pattern;
    } else return false;
  while (pattern[here] === '*') here++;
  return here === pattern.length;
}

function lengthOfSameText(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length] && isText(one[length])) length++;
  return length;
}

function isText(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '*' && letter !== '?';
}
