import { Duration } from 'cdk8s';
import { Namespace } from '../../../constructs/kubernetes/namespace';
import { PublicIngress, type PublicIngressProps } from '../../../constructs/load-balancer-controller/public-ingress';
import { chart, wired } from '../scope';
import { publicClass } from './helpers';

function ingress(change: Partial<PublicIngressProps> = {}) {
  const scope = chart();
  new PublicIngress(scope, 'shop', {
    ingressClass: publicClass(scope),
    namespace: new Namespace(scope, 'shop-pods'),
    host: 'shop.platform.company.com',
    ...change,
  });
  return wired(scope)['Ingress shop']!;
}

describe('PublicIngress', () => {
  test('GIVEN a Service WHEN it gets a name THEN it is there by HTTPS, and asked whether it is well', () => {
    const { metadata, spec } = ingress({ service: { name: 'web', port: 8080 }, healthCheckPath: '/ready' });
    expect(metadata.namespace).toBe('shop-pods');
    expect(metadata.annotations).toMatchObject({
      'alb.ingress.kubernetes.io/listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
      'alb.ingress.kubernetes.io/shield-advanced-protection': 'true',
      'alb.ingress.kubernetes.io/healthcheck-path': '/ready',
      'alb.ingress.kubernetes.io/healthcheck-interval-seconds': '15',
    });
    expect(spec).toMatchObject({
      ingressClassName: 'public',
      rules: [
        {
          host: 'shop.platform.company.com',
          http: { paths: [{ backend: { service: { name: 'web', port: { number: 8080 } } } }] },
        },
      ],
    });
  });

  test('GIVEN no Service WHEN it gets a name THEN the load balancer says that nothing is there', () => {
    const { metadata, spec } = ingress();
    const annotation = metadata.annotations?.['alb.ingress.kubernetes.io/actions.not-found'];
    expect(JSON.parse(String(annotation))).toMatchObject({ fixedResponseConfig: { statusCode: '404' } });
    expect(spec).toMatchObject({
      rules: [{ http: { paths: [{ backend: { service: { name: 'not-found', port: { name: 'use-annotation' } } } }] } }],
    });
  });

  test.each<[Partial<PublicIngressProps>, string]>([
    [{ host: 'shop.example.com' }, "host 'shop.example.com' lies outside the zone company.com"],
    [{ host: 'evilcompany.com' }, "host 'evilcompany.com' lies outside the zone company.com"],
    [
      { host: 'Shop.company.com' },
      "host 'Shop.company.com' (16 characters) is not allowed, only a lower-case DNS name",
    ],
    [{ healthCheckPath: 'healthz' }, "healthCheckPath 'healthz' (7 characters) is not allowed"],
    [
      { healthCheckInterval: Duration.seconds(5) },
      'healthCheckInterval is 5 s, a whole number from 6 to 300 s is allowed',
    ],
    [{ order: 1_001 }, 'order is 1001, a whole number from -1000 to 1000 is allowed'],
    [{ service: { name: 'web', port: 0 } }, 'service.port is 0, a whole number from 1 to 65535 is allowed'],
  ])('GIVEN what the load balancer would refuse WHEN an Ingress is made THEN it says why (%#)', (change, message) => {
    expect(() => ingress(change)).toThrow(message);
  });
});
