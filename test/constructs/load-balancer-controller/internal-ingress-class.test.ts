import type { PlatformChart } from '../../../charts/platform-chart';
import { Certificate } from '../../../constructs/acm/certificate';
import {
  InternalIngressClass,
  type InternalIngressClassProps,
} from '../../../constructs/load-balancer-controller/internal-ingress-class';
import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { bucket, chart, environment, wired } from '../scope';
import { internalClass, NETWORKS } from './helpers';

function toolsClass(change: Partial<InternalIngressClassProps> = {}) {
  const scope = chart();
  const zone = new HostedZone(scope, 'zone', { domain: 'company.com', comment: 'Names' });
  new InternalIngressClass(scope, 'tools', {
    zone: 'company.com',
    certificates: [new Certificate(scope, 'argocd', { zone, domain: 'argocd.platform.company.com' })],
    from: ['10.0.0.0/16'],
    accessLogs: {
      bucket: bucket(scope, 'logs', { encryption: { s3Managed: true, because: 'load balancers know no keys' } }),
      prefix: 'alb',
    },
    deletionProtection: true,
    ...change,
  });
  return wired(scope);
}

describe('InternalIngressClass', () => {
  test('GIVEN a class WHEN it is made THEN it has private addresses, and an Ingress cannot say who comes', () => {
    const { 'IngressClass tools': itself, 'IngressClassParams tools': params } = toolsClass();
    expect(itself!.spec).toMatchObject({ controller: 'ingress.k8s.aws/alb', parameters: { name: 'tools' } });
    expect(params!.spec).toMatchObject({
      namespaceSelector: { matchLabels: { 'platform.company.com/ingress': 'tools' } },
      scheme: 'internal',
      subnets: { ids: environment().outputs.privateSubnetIds },
      inboundCIDRs: ['10.0.0.0/16'],
      certificateArn: ['${argocd.status.ackResourceMetadata.arn}'],
      sslRedirectPort: '443',
    });
  });

  test.each<[Partial<InternalIngressClassProps>, string]>([
    [{ from: [] }, 'from is 0, a whole number from 1 to 50 is allowed'],
    [{ from: ['10.0.0.0/16', '0.0.0.0/0'] }, "from '0.0.0.0/0' lets everybody in: name who may come"],
    [{ certificates: [] }, 'certificates is 0, a whole number from 1 to 25 is allowed'],
  ])('GIVEN a class that shuts nobody out or in WHEN it is made THEN it is refused (%#)', (change, message) => {
    expect(() => toolsClass(change)).toThrow(message);
  });

  test('GIVEN a class WHEN it is made THEN its load balancer has private addresses, TLS and a list of who may come', () => {
    const scope = chart();
    internalClass(scope);
    const { spec } = wired(scope)['IngressClassParams intranet']!;
    expect(spec).toMatchObject({
      scheme: 'internal',
      subnets: { ids: scope.environment.outputs.privateSubnetIds },
      inboundCIDRs: NETWORKS,
      sslRedirectPort: '443',
    });
  });

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
    [
      'a class for everybody',
      (scope) => internalClass(scope, { from: ['0.0.0.0/0'] }),
      "from '0.0.0.0/0' lets everybody in",
    ],
    [
      'a class for nobody',
      (scope) => internalClass(scope, { from: [] }),
      'from is 0, a whole number from 1 to 50 is allowed',
    ],
    ['a class without certificate', (scope) => internalClass(scope, { certificates: [] }), 'certificates is 0'],
    ['a name that AWS keeps', (scope) => internalClass(scope, {}, 'internal-tools'), "not 'internal-' in front"],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
