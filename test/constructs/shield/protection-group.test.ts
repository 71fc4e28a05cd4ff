import { ShieldProtectionGroup } from '../../../constructs/shield/protection-group';
import { chart } from '../scope';

describe('ShieldProtectionGroup', () => {
  test('GIVEN a protection group of 37 characters WHEN it is made THEN the message says where, what and what is allowed', () => {
    expect(() => new ShieldProtectionGroup(chart(), 'g'.repeat(37), { aggregation: 'MAX' })).toThrow(
      '(37 characters) is not allowed, only 1 to 36',
    );
  });
});
