import type { Construct } from 'constructs';
import {
  TargetGroupBinding as Binding,
  TargetGroupBindingSpecNetworkingIngressPortsPort as Port,
  TargetGroupBindingSpecNetworkingIngressPortsProtocol as Protocol,
  TargetGroupBindingSpecServiceRefPort,
  TargetGroupBindingSpecTargetType,
} from '../../imports/elbv2.k8s.aws';
import { PlatformObject } from '../core/platform-object';
import type { SecurityGroup } from '../ec2/security-group';
import type { TargetGroup } from '../elbv2/target-group';

export interface TargetGroupBindingProps {
  /** The Service's. */
  readonly namespace: string;
  /** Whose Pods the target group has, and where it listens itself, 1 to 65535. */
  readonly service: { readonly name: string; readonly port: number };
  readonly targetGroup: TargetGroup;
  /** Of the load balancer, which is let in to the Pods. */
  readonly from: SecurityGroup;
  /** Where the Pods listen, 1 to 65535. */
  readonly targetPort: number;
}

/**
 * Keeps a Service's Pods registered with a target group that is made elsewhere, named by its id.
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/targetgroupbinding/targetgroupbinding.md
 */
export class TargetGroupBinding extends PlatformObject {
  constructor(scope: Construct, id: string, props: TargetGroupBindingProps) {
    super(scope, id);
    const { namespace, service, targetGroup, from, targetPort } = props;
    this.requireRange('service.port', service.port, 1, 65_535);
    this.requireRange('targetPort', targetPort, 1, 65_535);
    new Binding(this, 'Resource', {
      metadata: { name: id, namespace },
      spec: {
        serviceRef: { name: service.name, port: TargetGroupBindingSpecServiceRefPort.fromNumber(service.port) },
        targetGroupArn: targetGroup.arn,
        targetType: TargetGroupBindingSpecTargetType.IP,
        networking: {
          ingress: [
            {
              from: [{ securityGroup: { groupId: from.id } }],
              ports: [{ port: Port.fromNumber(targetPort), protocol: Protocol.TCP }],
            },
          ],
        },
      },
    });
  }
}
