import { Acm } from '../../../charts/network/acm';
import { Route53 } from '../../../charts/network/route53';
import { chart, wired } from '../../constructs/scope';

describe('certificates of the platform', () => {
  test.each([
    [
      'us-east-1',
      [
        'domain us-east-1',
        'api us-east-1',
        'web-socket us-east-1',
        'login us-east-1',
        'apps us-east-1',
        'internal-alb us-east-1',
        'argocd us-east-1',
        'jenkins us-east-1',
      ],
    ],
    [
      'eu-west-1',
      [
        'domain eu-west-1',
        'cloudfront us-east-1',
        'api eu-west-1',
        'web-socket eu-west-1',
        'login us-east-1',
        'apps eu-west-1',
        'internal-alb eu-west-1',
        'argocd eu-west-1',
        'jenkins eu-west-1',
      ],
    ],
  ])(
    'GIVEN the home region %s WHEN certificates are made THEN CloudFront and Cognito have theirs in us-east-1',
    (region, expected) => {
      const scope = chart({ region });
      const application = scope.node.scope!;
      const route53 = new Route53(application, 'route53', scope.environment);
      new Acm(application, 'acm', scope.environment, { route53 });
      const all = wired(scope);
      const certificates = Object.values(all)
        .filter(({ kind }) => kind === 'Certificate')
        .map(({ metadata }) => `${metadata.name} ${metadata.annotations?.['services.k8s.aws/region']}`);
      expect(certificates).toEqual(expected);
      expect(Object.keys(all).filter((one) => one.startsWith('RecordSet domain-v'))).toEqual([
        'RecordSet domain-validation',
      ]);
      expect(Object.keys(all)).not.toContain('RecordSet cloudfront-validation');
    },
  );
});
