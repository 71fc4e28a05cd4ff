import { chart, environment, wired } from '../scope';
import { publicClass } from './helpers';

describe('PublicIngressClass', () => {
  test('GIVEN a class WHEN it is made THEN an Ingress can change neither TLS nor firewall nor logs, and only some namespaces have one', () => {
    const scope = chart();
    publicClass(scope);
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
    expect(() => publicClass(chart(), { certificates: [] })).toThrow(
      'certificates is 0, a whole number from 1 to 25 is allowed',
    );
  });

  test('GIVEN a name that no load balancer can have WHEN a class is made THEN it is refused', () => {
    expect(() => publicClass(chart(), {}, 'internal-one')).toThrow("load balancer name 'internal-one'");
  });
});
