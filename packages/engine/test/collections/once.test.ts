import { oncePer } from '../../src/collections/once';

test('GIVEN objects WHEN an answer is asked for again THEN it is worked out once for each, though it is undefined', () => {
  const answer = jest.fn(({ value }: { value?: number }) => value);
  const once = oncePer(answer);
  const [full, empty] = [{ value: 1 }, {}];
  expect([once(full), once(empty), once(full), once(empty), once({ value: 1 })]).toEqual([
    1,
    undefined,
    1,
    undefined,
    1,
  ]);
  expect(answer).toHaveBeenCalledTimes(3);
});
