import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as elbv2 from '../../imports/elbv2.services.k8s.aws';
import type { Certificate } from '../acm/certificate';
import { AwsObject } from '../core/aws-object';
import type { InternalLoadBalancer } from './load-balancer';
import type { TargetGroup } from './target-group';
import { TLS_POLICY } from './tls-policy';

/** Bounds: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
export interface HttpsListenerProps {
  readonly loadBalancer: InternalLoadBalancer;
  /** Of the load balancer's name; the listener waits until it is issued. */
  readonly certificate: Certificate;
  /** Who gets the requests. */
  readonly targetGroup: TargetGroup;
  /** 1 to 65535. @default 443 */
  readonly port?: number;
}

/** Takes HTTPS requests and passes them on. */
export class HttpsListener extends AwsObject {
  /** Known once AWS has made it; what an API's link into the VPC leads to. */
  readonly listenerArn: string;

  constructor(scope: Construct, id: string, props: HttpsListenerProps) {
    super(scope, id);
    const { loadBalancer, certificate, targetGroup, port = 443 } = props;
    this.requireRange('port', port, 1, 65_535);
    const resource = new elbv2.Listener(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        loadBalancerArn: loadBalancer.arn,
        port,
        protocol: 'HTTPS',
        sslPolicy: TLS_POLICY,
        certificates: [{ certificateArn: certificate.arn }],
        mutualAuthentication: { mode: 'off' },
        defaultActions: [forwardTo(targetGroup.arn)],
      },
    });
    this.listenerArn = late(resource, 'status.ackResourceMetadata.arn');
  }
}

/**
 * With everything that AWS says of such an action: the controller compares whole actions, and would change one that
 * says less for ever (https://github.com/aws-controllers-k8s/community/issues/3057).
 */
function forwardTo(targetGroupArn: string): elbv2.ListenerSpecDefaultActions {
  return {
    type: 'forward',
    order: 1,
    targetGroupArn,
    forwardConfig: {
      targetGroups: [{ targetGroupArn, weight: 1 }],
      targetGroupStickinessConfig: { enabled: false },
    },
  };
}
