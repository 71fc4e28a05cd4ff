import type { CloudFront } from '../../../charts/network/cloudfront';
import { Route53 } from '../../../charts/network/route53';
import { Shield } from '../../../charts/security/shield';
import { chart, wired } from '../../constructs/scope';

describe('Shield', () => {
  test('GIVEN a zone WHEN it is protected THEN kro writes its ARN with the bare id, and everything is in us-east-1', () => {
    const scope = chart({ region: 'eu-west-1', drRegion: 'us-east-1' });
    const application = scope.node.scope!;
    const route53 = new Route53(application, 'route53', scope.environment);
    const cloudFront = { distribution: { arn: 'arn:aws:cloudfront::123456789012:distribution/E1' } } as CloudFront;
    new Shield(application, 'shield', scope.environment, { cloudFront, route53 });
    const all = wired(scope);
    const states = ['platform-zone', 'shield-response-team-access', 'platform-protections'].map((name) => {
      const { region, typeName, desiredState } = all[`Resource ${name}`]!.spec['forProvider'] as Record<string, string>;
      return { region, typeName, desiredState };
    });
    expect(states).toEqual([
      {
        region: 'us-east-1',
        typeName: 'AWS::Shield::Protection',
        desiredState: expect.stringContaining(
          `"ResourceArn":"arn:aws:route53:::hostedzone/\${platform.status.id.replace('/hostedzone/', '')}"`,
        ),
      },
      {
        region: 'us-east-1',
        typeName: 'AWS::Shield::DRTAccess',
        desiredState: '{"RoleArn":"arn:aws:iam::123456789012:role/platform-bootstrap/platform-shield-response"}',
      },
      {
        region: 'us-east-1',
        typeName: 'AWS::Shield::ProtectionGroup',
        desiredState: expect.stringContaining('"Pattern":"ALL"'),
      },
    ]);
    expect(all['Role shield-response-team']).toBeUndefined();
  });
});
