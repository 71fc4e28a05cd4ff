import * as kplus from 'cdk8s-plus-27';
import type { PlatformChart } from '../../charts/platform-chart';
import { Certificate } from '../../constructs/acm/certificate';
import { InternalIngress, type InternalIngressProps } from '../../constructs/load-balancer-controller/internal-ingress';
import {
  InternalIngressClass,
  type InternalIngressClassProps,
} from '../../constructs/load-balancer-controller/internal-ingress-class';
import { HostedZone } from '../../constructs/route53/hosted-zone';
import { bucket, chart, wired } from './scope';

const NETWORKS = ['10.0.0.0/16', '172.16.0.0/16'];
const ingressClass = (scope: PlatformChart, change: Partial<InternalIngressClassProps> = {}, id = 'intranet') => {
  const zone = new HostedZone(scope, 'zone', { domain: 'company.com', comment: 'Tools' });
  return new InternalIngressClass(scope, id, {
    zone: 'company.com',
    certificates: [new Certificate(scope, 'tool', { zone, domain: 'tool.company.com' })],
    from: NETWORKS,
    accessLogs: {
      bucket: bucket(scope, 'logs', { encryption: { s3Managed: true, because: 'load balancers write there' } }),
      prefix: 'alb',
    },
    deletionProtection: true,
    ...change,
  });
};
const ingress = (scope: PlatformChart, change: Partial<InternalIngressProps> = {}) =>
  new InternalIngress(scope, 'tool-web', {
    ingressClass: ingressClass(scope),
    namespace: 'tools',
    host: 'tool.company.com',
    service: new kplus.Service(scope, 'service', {
      metadata: { name: 'tool', namespace: 'tools' },
      ports: [{ port: 80 }],
    }),
    port: 80,
    healthCheckPath: '/healthz',
    ...change,
  });

describe('InternalIngress', () => {
  test('GIVEN a class WHEN it is made THEN its load balancer has private addresses, TLS and a list of who may come', () => {
    const scope = chart();
    ingressClass(scope);
    const { spec } = wired(scope)['IngressClassParams intranet']!;
    expect(spec).toMatchObject({
      scheme: 'internal',
      subnets: { ids: scope.environment.outputs.privateSubnetIds },
      inboundCIDRs: NETWORKS,
      sslRedirectPort: '443',
    });
  });

  test('GIVEN hidden paths WHEN it is made THEN they come before everything else, and lead nowhere', () => {
    const scope = chart();
    ingress(scope, { hidden: ['/metrics', '/debug'] });
    const { spec } = wired(scope)['Ingress tool-web']!;
    const [{ host, http }] = spec['rules'] as [{ host: string; http: { paths: { path: string; backend: object }[] } }];
    expect(host).toBe('tool.company.com');
    expect(http.paths.map(({ path }) => path)).toEqual(['/metrics', '/debug', '/']);
    expect(http.paths[0]!.backend).toEqual({ service: { name: 'not-found', port: { name: 'use-annotation' } } });
    expect(http.paths[2]!.backend).toEqual({ service: { name: 'tool', port: { number: 80 } } });
  });

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
    [
      'a class for everybody',
      (scope) => ingressClass(scope, { from: ['0.0.0.0/0'] }),
      "from '0.0.0.0/0' lets everybody in",
    ],
    [
      'a class for nobody',
      (scope) => ingressClass(scope, { from: [] }),
      'from is 0, a whole number from 1 to 50 is allowed',
    ],
    ['a class without certificate', (scope) => ingressClass(scope, { certificates: [] }), 'certificates is 0'],
    ['a name that AWS keeps', (scope) => ingressClass(scope, {}, 'internal-tools'), "not 'internal-' in front"],
    [
      'a host elsewhere',
      (scope) => ingress(scope, { host: 'tool.example.com' }),
      "host 'tool.example.com' lies outside the zone company.com",
    ],
    [
      'a path without a slash',
      (scope) => ingress(scope, { hidden: ['metrics'] }),
      "hidden 'metrics' (7 characters) is not allowed",
    ],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
