import type { Construct } from 'constructs';
import { InternalIngressClass } from '../../constructs/load-balancer-controller/internal-ingress-class';
import { INTRANET } from '../../constructs/load-balancer-controller/intranet';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { S3 } from '../storage/s3';
import type { Acm } from './acm';

interface IntranetUses {
  readonly acm: Acm;
  readonly s3: S3;
}

/**
 * The load balancer for the tools of those who work here, reached from the VPC and the networks that it is connected
 * to.
 */
export class Intranet extends PlatformChart {
  readonly ingressClass: InternalIngressClass;

  constructor(scope: Construct, id: string, environment: Environment, { acm, s3 }: IntranetUses) {
    super(scope, id, environment);
    const { edge, network } = environment;
    this.ingressClass = new InternalIngressClass(this, INTRANET, {
      zone: edge.zone,
      certificates: [acm.argocd, acm.jenkins],
      from: [network.cidr, ...edge.onPremisesCidrs],
      accessLogs: { bucket: s3.logs, prefix: 'alb' },
      deletionProtection: edge.intranet.deletionProtection,
    });
  }
}
