import { SecurityStandard } from '../../../constructs/securityhub/standard';
import { chart, manifests } from '../scope';

describe('SecurityStandard', () => {
  test('GIVEN an environment elsewhere WHEN a standard is subscribed to THEN its ARN is of that region', () => {
    const scope = chart({ region: 'us-gov-west-1' });
    new SecurityStandard(scope, 'cis', { standard: 'CIS AWS Foundations Benchmark' });
    expect(manifests(scope)['cis']!.spec['forProvider']).toEqual({
      region: 'us-gov-west-1',
      standardsArn: 'arn:aws-us-gov:securityhub:us-gov-west-1::standards/cis-aws-foundations-benchmark/v/5.0.0',
    });
  });
});
