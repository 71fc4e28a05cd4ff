import { fits, hasWildcard, patternOf } from './pattern';
import { witnessOf } from './witness';

/**
 * Whether some text fits both patterns, in which `*` stands for any text and `?` for one character. IAM compares the
 * resources of a policy with those of a request this way.
 */
export function globsMeet(one: string, other: string): boolean {
  // most pairs differ before their first wildcard
  const start = lengthOfSameText(one, other);
  if (isText(one[start]) && isText(other[start])) return false;
  const [left, right] = [one.slice(start), other.slice(start)];
  if (!hasWildcard(right)) return fits(patternOf(left), right);
  if (!hasWildcard(left)) return fits(patternOf(right), left);
  // two patterns have no more states than the product of their lengths
  return (
    witnessOf([{ patterns: [patternOf(left)] }, { patterns: [patternOf(right)] }], Number.POSITIVE_INFINITY) !==
    undefined
  );
}

function lengthOfSameText(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length] && isText(one[length])) length++;
  return length;
}

function isText(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '*' && letter !== '?';
}
