import { SHIELD_RESPONSE_ROLE } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { ShieldResponseTeam } from '../../constructs/shield/drt-access';
import { ShieldProtection } from '../../constructs/shield/protection';
import { ShieldProtectionGroup } from '../../constructs/shield/protection-group';
import type { Environment } from '../../environments';
import { bootstrapRole } from '../bootstrap-role';
import type { CloudFront } from '../network/cloudfront';
import type { Route53 } from '../network/route53';
import { PlatformChart } from '../platform-chart';

interface ShieldUses {
  readonly cloudFront: CloudFront;
  readonly route53: Route53;
}

/**
 * Shield Advanced. Its subscription is a person's act, once for the account, because it is paid and binds for a year;
 * nothing here takes it out (https://docs.aws.amazon.com/waf/latest/developerguide/enable-ddos-prem.html). Until then
 * AWS refuses everything here, and the provider tries again. The internet-facing load balancer asks for its protection
 * itself.
 */
export class Shield extends PlatformChart {
  readonly responseTeam = new ShieldResponseTeam(this, 'shield-response-team', {
    role: bootstrapRole(SHIELD_RESPONSE_ROLE, this.environment),
  });

  /** Members share no traffic. */
  readonly protections = new ShieldProtectionGroup(this, 'platform-protections', { aggregation: 'MAX' });

  constructor(scope: Construct, id: string, environment: Environment, { cloudFront, route53 }: ShieldUses) {
    super(scope, id, environment);
    new ShieldProtection(this, 'platform-zone', { resourceArn: route53.zone.arn });
    new ShieldProtection(this, 'platform-distribution', { resourceArn: cloudFront.distribution.arn });
  }
}
