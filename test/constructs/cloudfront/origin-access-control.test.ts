import { OriginAccessControl } from '../../../constructs/cloudfront/origin-access-control';
import { chart } from '../scope';

describe('OriginAccessControl', () => {
  test('GIVEN a name of 65 characters THEN it is refused', () => {
    expect(() => new OriginAccessControl(chart(), 'a'.repeat(65), { description: '' })).toThrow('at most 64');
  });
});
