import * as kplus from 'cdk8s-plus-27';
import type { PlatformChart } from '../../../charts/platform-chart';
import {
  InternalIngress,
  type InternalIngressProps,
} from '../../../constructs/load-balancer-controller/internal-ingress';
import { chart, wired } from '../scope';
import { internalClass } from './helpers';

const ingress = (scope: PlatformChart, change: Partial<InternalIngressProps> = {}) =>
  new InternalIngress(scope, 'tool-web', {
    ingressClass: internalClass(scope),
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
