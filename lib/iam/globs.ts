/**
 * Whether some text fits both patterns, in which `*` stands for any text and `?` for one character. IAM compares the
 * resources of a policy with those of a request this way.
 */
export function globsMeet(one: string, other: string): boolean {
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
  return meet(0, 0);
}
