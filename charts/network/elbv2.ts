import type { Construct } from 'constructs';
import { HttpsListener } from '../../constructs/elbv2/listener';
import { InternalLoadBalancer } from '../../constructs/elbv2/load-balancer';
import { TargetGroup } from '../../constructs/elbv2/target-group';
import { RecordSet } from '../../constructs/route53/record-set';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { S3 } from '../storage/s3';
import type { Acm } from './acm';
import type { Ec2 } from './ec2';
import type { Route53 } from './route53';

interface Elbv2Uses {
  readonly acm: Acm;
  readonly ec2: Ec2;
  readonly route53: Route53;
  readonly s3: S3;
}

/**
 * The internal load balancer: made here and not by an Ingress, so that the API's link into the VPC knows its listener.
 */
export class Elbv2 extends PlatformChart {
  readonly targetGroup = new TargetGroup(this, 'platform-pods', {
    port: this.environment.edge.internalLoadBalancer.targetPort,
    healthCheckPath: this.environment.edge.internalLoadBalancer.healthCheckPath,
  });

  readonly listener: HttpsListener;

  constructor(scope: Construct, id: string, environment: Environment, { acm, ec2, route53, s3 }: Elbv2Uses) {
    super(scope, id, environment);
    const { edge, outputs } = environment;
    const loadBalancer = new InternalLoadBalancer(this, 'platform-alb', {
      subnetIds: outputs.privateSubnetIds,
      securityGroup: ec2.internalAlb,
      deletionProtection: edge.internalLoadBalancer.deletionProtection,
      accessLogs: { bucket: s3.logs, prefix: 'alb' },
    });
    this.listener = new HttpsListener(this, 'platform-alb-https', {
      loadBalancer,
      certificate: acm.internalLoadBalancer,
      targetGroup: this.targetGroup,
    });
    new RecordSet(this, 'internal-alb-alias', {
      zone: route53.internalZone,
      name: edge.internalLoadBalancer.domain,
      type: 'A',
      alias: loadBalancer.alias,
    });
  }
}
