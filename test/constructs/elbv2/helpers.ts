import type { PlatformChart } from '../../../charts/platform-chart';
import { InternalLoadBalancer } from '../../../constructs/elbv2/load-balancer';
import { TargetGroup } from '../../../constructs/elbv2/target-group';
import { group } from '../ec2/helpers';

/** A load balancer with a security group of its own. */
export const loadBalancer = (scope: PlatformChart, id: string) =>
  new InternalLoadBalancer(scope, id, {
    subnetIds: ['subnet-1', 'subnet-2'],
    securityGroup: group(scope, {}),
    deletionProtection: true,
  });

/** A target group of Pods. */
export const targets = (scope: PlatformChart, change: object = {}) =>
  new TargetGroup(scope, 'pods', { port: 8080, healthCheckPath: '/healthz', ...change });
