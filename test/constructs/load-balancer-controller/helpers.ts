import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { Certificate } from '../../../constructs/acm/certificate';
import {
  InternalIngressClass,
  type InternalIngressClassProps,
} from '../../../constructs/load-balancer-controller/internal-ingress-class';
import {
  PublicIngressClass,
  type PublicIngressClassProps,
} from '../../../constructs/load-balancer-controller/public-ingress-class';
import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { WebAcl } from '../../../constructs/wafv2/web-acl';
import { bucket } from '../scope';

/** A public class with certificate, firewall and logs of its own. */
export function publicClass(scope: PlatformChart, change: Partial<PublicIngressClassProps> = {}, id = 'public') {
  const zone = new HostedZone(scope, 'zone', { domain: 'company.com', comment: 'Names' });
  return new PublicIngressClass(scope, id, {
    zone: 'company.com',
    shield: true,
    certificates: [new Certificate(scope, 'apps', { zone, domain: 'apps.platform.company.com' })],
    webAcl: new WebAcl(scope, 'firewall', {
      description: 'Protects',
      scope: 'REGIONAL',
      logRetentionDays: 30,
      rules: [{ name: 'rate-limit', rate: { requests: 100, window: Duration.minutes(5) } }],
    }),
    accessLogs: {
      bucket: bucket(scope, 'logs', { encryption: { s3Managed: true, because: 'load balancers know no keys' } }),
      prefix: 'alb',
    },
    deletionProtection: true,
    ...change,
  });
}

export const NETWORKS = ['10.0.0.0/16', '172.16.0.0/16'];

/** An internal class with certificate and logs of its own. */
export const internalClass = (
  scope: PlatformChart,
  change: Partial<InternalIngressClassProps> = {},
  id = 'intranet',
) => {
  const zone = new HostedZone(scope, 'zone', { domain: 'company.com', comment: 'Tools' });
  return new InternalIngressClass(scope, id, {
    zone: 'company.com',
    certificates: [new Certificate(scope, 'tool', { zone, domain: 'tool.company.com' })],
    from: NETWORKS,
    accessLogs: {
      bucket: bucket(scope, 'logs', { encryption: { s3Managed: true, because: 'load balancers write there' } }),
      prefix: 'alb',
    },
    deletionProtection: true,
    ...change,
  });
};
