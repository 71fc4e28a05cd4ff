import { array, assert, constantFrom, property } from 'fast-check';
import { globsMeet } from '../../src/iam/globs';

/** Every text of `a` and `b` with at most six letters: long enough for a witness of two patterns of at most three. */
const TEXTS = Array.from({ length: 7 }, (_, length) =>
  Array.from({ length: 2 ** length }, (_, bits) =>
    Array.from({ length }, (_, at) => ((bits >> at) & 1 ? 'a' : 'b')).join(''),
  ),
).flat();

const fits = (text: string, pattern: string) =>
  new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);

test('GIVEN two patterns WHEN they are compared THEN they meet where some text fits both', () => {
  const pattern = array(constantFrom('a', 'b', '*', '?'), { maxLength: 3 }).map((letters) => letters.join(''));
  assert(
    property(pattern, pattern, (one, other) => {
      expect(globsMeet(one, other)).toBe(TEXTS.some((text) => fits(text, one) && fits(text, other)));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test.each([
  ['arn:aws:s3:::logs/*', 'arn:aws:s3:::logs/alb/*', true],
  ['arn:aws:s3:::logs', 'arn:aws:s3:::logs*', true],
  ['arn:aws:s3:::logs', 'arn:aws:s3:::log', false],
  ['arn:aws:sqs:*', 'arn:aws:sns:*', false],
])('GIVEN %s and %s WHEN they are compared THEN they meet: %s', (one, other, meet) => {
  expect(globsMeet(one, other)).toBe(meet);
  expect(globsMeet(other, one)).toBe(meet);
});
