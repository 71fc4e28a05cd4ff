import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { TargetGroup } from '../../../constructs/elbv2/target-group';
import {
  TargetGroupBinding,
  type TargetGroupBindingProps,
} from '../../../constructs/load-balancer-controller/target-group-binding';
import { chart, wired } from '../scope';

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
