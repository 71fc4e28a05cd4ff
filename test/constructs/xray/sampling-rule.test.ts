import { SamplingRule } from '../../../constructs/xray/sampling-rule';
import { chart } from '../scope';

describe('SamplingRule', () => {
  const rule = (change: object = {}, id = 'requests') =>
    new SamplingRule(chart(), id, { priority: 100, reservoir: 1, share: 0.1, ...change });

  test.each<[string, () => unknown, RegExp]>([
    ['a share above 1', () => rule({ share: 1.5 }), /share is 1.5, 0 to 1 is allowed/],
    ['a share that is no number', () => rule({ share: Number.NaN }), /share is NaN/],
    ['the priority 0', () => rule({ priority: 0 }), /priority is 0, a whole number from 1 to 9999/],
    ["the priority of AWS's own rule", () => rule({ priority: 10_000 }), /priority is 10000/],
    ['a reservoir below 0', () => rule({ reservoir: -1 }), /reservoir is -1/],
    ['a path of 129 characters', () => rule({ path: 'a'.repeat(129) }), /path has 129 characters, at most 128/],
    ['a name of 33 characters', () => rule({}, 'a'.repeat(33)), /rule name .* at most 32/],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });
});
