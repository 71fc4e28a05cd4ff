import type { Construct } from 'constructs';
import { HostedZone } from '../../constructs/route53/hosted-zone';
import { RecordSet } from '../../constructs/route53/record-set';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';

/** The platform's zones. Records of load balancers, APIs and distributions stand beside what they lead to. */
export class Route53 extends PlatformChart {
  readonly zone = new HostedZone(this, 'platform', {
    domain: this.environment.edge.zone,
    comment: 'Public names of the platform',
  });

  /** Holds one name, so that it hides no other name of the public zone. */
  readonly internalZone = new HostedZone(this, 'internal', {
    domain: this.environment.edge.internalLoadBalancer.domain,
    comment: 'Internal load balancer',
    isPrivate: true,
  });

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id, environment);
    const { domain, edge } = environment;
    for (const [name, host] of Object.entries({ domain, api: edge.apiDomain }))
      new RecordSet(this, `${name}-issuers`, {
        zone: this.zone,
        name: host,
        type: 'CAA',
        // https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html
        values: ['0 issue "amazon.com"'],
      });
  }
}
