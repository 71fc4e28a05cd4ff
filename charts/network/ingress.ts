import type { Construct } from 'constructs';
import { Namespace } from '../../constructs/kubernetes/namespace';
import { ingressLabel } from '../../constructs/load-balancer-controller/ingress-label';
import { PublicIngress } from '../../constructs/load-balancer-controller/public-ingress';
import { PublicIngressClass } from '../../constructs/load-balancer-controller/public-ingress-class';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { Wafv2 } from '../security/wafv2';
import type { S3 } from '../storage/s3';
import type { Acm } from './acm';

interface IngressUses {
  readonly acm: Acm;
  readonly s3: S3;
  readonly wafv2: Wafv2;
}

const CLASS = 'public';

/** The load balancer on the internet that workloads share: an Ingress of theirs adds a name to it. */
export class Ingress extends PlatformChart {
  readonly publicClass: PublicIngressClass;

  readonly own = new Namespace(this, 'ingress', { labels: ingressLabel(this, CLASS), pods: 'none' });

  constructor(scope: Construct, id: string, environment: Environment, { acm, s3, wafv2 }: IngressUses) {
    super(scope, id, environment);
    const { domain, deletionProtection } = environment.edge.ingress;
    this.publicClass = new PublicIngressClass(this, CLASS, {
      zone: environment.edge.zone,
      certificates: [acm.ingress],
      webAcl: wafv2.regional,
      accessLogs: { bucket: s3.logs, prefix: 'alb' },
      deletionProtection,
      shield: environment.security.shield,
    });
    // makes the load balancer, and answers for the names that no workload has taken
    new PublicIngress(this, 'apps', {
      ingressClass: this.publicClass,
      namespace: this.own,
      host: domain,
      order: 1_000,
    });
  }
}
