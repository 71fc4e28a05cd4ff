import type { Construct } from 'constructs';
import { IngressClassParamsSpecScheme } from '../../imports/elbv2.k8s.aws';
import { IngressClass, type IngressClassProps } from './ingress-class';

export interface InternalIngressClassProps extends IngressClassProps {
  /** Who may reach it: IPv4 networks, 1 to 50. */
  readonly from: readonly string[];
}

/** A load balancer with private addresses. */
export class InternalIngressClass extends IngressClass {
  constructor(scope: Construct, id: string, props: InternalIngressClassProps) {
    super(scope, id, props);
    const { from } = props;
    this.requireRange('from', from.length, 1, 50);
    const everybody = from.find((cidr) => cidr.endsWith('/0'));
    if (everybody) this.fail(`from '${everybody}' lets everybody in: name who may come`);
    this.make(props, {
      spec: {
        scheme: IngressClassParamsSpecScheme.INTERNAL,
        subnets: { ids: [...this.need('vpc').privateSubnetIds] },
        inboundCidRs: [...from],
      },
    });
  }
}
