import { VpcLink } from '../../../constructs/apigatewayv2/vpc-link';
import { chart } from '../scope';
import { group } from './helpers';

describe('VpcLink', () => {
  test('GIVEN one subnet WHEN a link is made THEN it is refused', () => {
    const scope = chart();
    expect(() => new VpcLink(scope, 'link', { subnetIds: ['subnet-1'], securityGroup: group(scope) })).toThrow(
      'subnetIds is 1, a whole number from 2 to 10 is allowed',
    );
  });
});
