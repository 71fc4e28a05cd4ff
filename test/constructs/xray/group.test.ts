import { TraceGroup } from '../../../constructs/xray/group';
import { chart } from '../scope';

describe('TraceGroup', () => {
  test.each<[string, () => unknown, RegExp]>([
    ['a group without a filter', () => new TraceGroup(chart(), 'all', { filter: ' ' }), /filter is empty/],
    ["the name of AWS's group", () => new TraceGroup(chart(), 'Default', { filter: 'fault' }), /except 'Default'/],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });
});
