import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../charts/platform-chart';
import { Certificate } from '../../constructs/acm/certificate';
import { SecurityGroup } from '../../constructs/ec2/security-group';
import { TargetGroup } from '../../constructs/elbv2/target-group';
import { Namespace } from '../../constructs/kubernetes/namespace';
import {
  InternalIngressClass,
  type InternalIngressClassProps,
} from '../../constructs/load-balancer-controller/internal-ingress-class';
import { PublicIngress, type PublicIngressProps } from '../../constructs/load-balancer-controller/public-ingress';
import {
  PublicIngressClass,
  type PublicIngressClassProps,
} from '../../constructs/load-balancer-controller/public-ingress-class';
import {
  TargetGroupBinding,
  type TargetGroupBindingProps,
} from '../../constructs/load-balancer-controller/target-group-binding';
import { HostedZone } from '../../constructs/route53/hosted-zone';
import { WebAcl } from '../../constructs/wafv2/web-acl';
import { bucket, chart, environment, wired } from './scope';

function ingressClass(scope: PlatformChart, change: Partial<PublicIngressClassProps> = {}, id = 'public') {
  const zone = new HostedZone(scope, 'zone', { domain: 'company.com', comment: 'Names' });
  return new PublicIngressClass(scope, id, {
    zone: 'company.com',
    certificates: [new Certificate(scope, 'apps', { zone, domain: 'apps.platform.company.com' })],
    webAcl: new WebAcl(scope, 'firewall', {
      description: 'Protects',
      scope: 'REGIONAL',
      logRetentionDays: 30,
      rules: [{ name: 'rate-limit', rate: { requests: 100, window: Duration.minutes(5) } }],
    }),
    accessLogs: {
      bucket: bucket(scope, 'logs', { encryption: { s3Managed: true, because: 'load balancers know no keys' } }),
      prefix: 'alb',
    },
    deletionProtection: true,
    shield: true,
    ...change,
  });
}

function ingress(change: Partial<PublicIngressProps> = {}) {
  const scope = chart();
  new PublicIngress(scope, 'shop', {
    ingressClass: ingressClass(scope),
    namespace: new Namespace(scope, 'shop-pods'),
    host: 'shop.platform.company.com',
    ...change,
  });
  return wired(scope)['Ingress shop']!;
}

describe('PublicIngressClass', () => {
  test('GIVEN a class WHEN it is made THEN an Ingress can change neither TLS nor firewall nor logs, and only some namespaces have one', () => {
    const scope = chart();
    ingressClass(scope);
    const { 'IngressClass public': itself, 'IngressClassParams public': params } = wired(scope);
    expect(itself!.spec).toEqual({
      controller: 'ingress.k8s.aws/alb',
      parameters: { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name: 'public' },
    });
    expect(params!.spec).toMatchObject({
      group: { name: 'public' },
      namespaceSelector: { matchLabels: { 'platform.company.com/ingress': 'public' } },
      scheme: 'internet-facing',
      subnets: { ids: environment().outputs.publicSubnetIds },
      targetType: 'ip',
      certificateArn: ['${apps.status.ackResourceMetadata.arn}'],
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
      sslRedirectPort: '443',
      wafv2AclArn: '${firewall.status.ackResourceMetadata.arn}',
    });
    expect(params!.spec['loadBalancerAttributes']).toEqual([
      { key: 'deletion_protection.enabled', value: 'true' },
      { key: 'routing.http.drop_invalid_header_fields.enabled', value: 'true' },
      { key: 'routing.http.desync_mitigation_mode', value: 'strictest' },
      { key: 'access_logs.s3.enabled', value: 'true' },
      { key: 'access_logs.s3.bucket', value: 'logs-123456789012-us-east-1' },
      { key: 'access_logs.s3.prefix', value: 'alb' },
    ]);
  });

  test('GIVEN no certificate WHEN a class is made THEN it is refused', () => {
    expect(() => ingressClass(chart(), { certificates: [] })).toThrow(
      'certificates is 0, a whole number from 1 to 25 is allowed',
    );
  });

  test('GIVEN a name that no load balancer can have WHEN a class is made THEN it is refused', () => {
    expect(() => ingressClass(chart(), {}, 'internal-one')).toThrow("load balancer name 'internal-one'");
  });
});

function internalClass(change: Partial<InternalIngressClassProps> = {}) {
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
    const { 'IngressClass tools': itself, 'IngressClassParams tools': params } = internalClass();
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
    expect(() => internalClass(change)).toThrow(message);
  });
});

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

describe('TargetGroupBinding', () => {
  const binding = (change: Partial<TargetGroupBindingProps> = {}) => {
    const scope = chart();
    new TargetGroupBinding(scope, 'web', {
      namespace: 'shop',
      service: { name: 'web', port: 80 },
      targetGroup: new TargetGroup(scope, 'pods', { port: 8080, healthCheckPath: '/healthz' }),
      from: new SecurityGroup(scope, 'alb', { description: 'Load balancer' }),
      targetPort: 8080,
      ...change,
    });
    return wired(scope)['TargetGroupBinding web']!;
  };

  test('GIVEN a target group of ACK WHEN a Service is bound to it THEN its Pods let in the load balancer alone', () => {
    const { metadata, spec } = binding();
    expect(metadata.namespace).toBe('shop');
    expect(spec).toMatchObject({
      serviceRef: { name: 'web', port: 80 },
      targetGroupARN: '${pods.status.ackResourceMetadata.arn}',
      targetType: 'ip',
      networking: {
        ingress: [
          { from: [{ securityGroup: { groupID: '${alb.status.id}' } }], ports: [{ port: 8080, protocol: 'TCP' }] },
        ],
      },
    });
  });

  test.each<[Partial<TargetGroupBindingProps>, string]>([
    [{ service: { name: 'web', port: 65_536 } }, 'service.port is 65536, a whole number from 1 to 65535 is allowed'],
    [{ targetPort: 0 }, 'targetPort is 0, a whole number from 1 to 65535 is allowed'],
  ])('GIVEN a port that there is not WHEN a Service is bound THEN it is refused (%#)', (change, message) => {
    expect(() => binding(change)).toThrow(message);
  });
});
