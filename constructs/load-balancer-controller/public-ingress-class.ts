import type { Construct } from 'constructs';
import { IngressClassParamsSpecScheme } from '../../imports/elbv2.k8s.aws';
import { exception } from '../core/exception';
import type { WebAcl } from '../wafv2/web-acl';
import { IngressClass, type IngressClassProps } from './ingress-class';

export interface PublicIngressClassProps extends IngressClassProps {
  /** Of the load balancer's region. */
  readonly webAcl: WebAcl;
  /** Whether Shield Advanced protects the load balancer, for which the account needs its subscription. */
  readonly shield: boolean;
}

/** A load balancer on the internet. Its firewall goes by its ARN: by its name the controller would have to list all. */
export class PublicIngressClass extends IngressClass {
  readonly shield: boolean;

  constructor(scope: Construct, id: string, props: PublicIngressClassProps) {
    super(scope, id, props);
    this.shield = props.shield;
    this.make(props, {
      spec: {
        scheme: IngressClassParamsSpecScheme.INTERNET_HYPHEN_FACING,
        subnets: { ids: [...this.need('vpc').publicSubnetIds] },
        wafv2AclArn: props.webAcl.arn,
      },
      annotations: exception(this, {
        policy: 'public-exposure',
        because: 'the way in for what the platform serves to the internet, behind its firewall',
      }),
    });
  }
}
