import { late } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as elbv2 from '../../imports/elbv2.services.k8s.aws';
import { AwsObject } from '../core/aws-object';

/** Bounds: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
export interface TargetGroupProps {
  /** Where targets listen, 1 to 65535. */
  readonly port: number;
  /** A path that answers 200 when a target is well, at most 1,024 characters. */
  readonly healthCheckPath: string;
  /** 5 s to 300 s, longer than 5 s: a check may take as long. @default Duration.seconds(15) */
  readonly healthCheckInterval?: Duration;
  /** Time that requests under way get when a target leaves, 0 s to 3,600 s. @default Duration.seconds(60) */
  readonly deregistrationDelay?: Duration;
}

const HEALTH_CHECK_TIMEOUT = 5;

/** Pods behind a load balancer, by their addresses; a TargetGroupBinding beside their Service registers them. */
export class TargetGroup extends AwsObject {
  /** Known once AWS has made it. */
  readonly arn: string;
  /** Time that requests under way get when a target leaves. */
  readonly deregistrationDelay: Duration;

  constructor(scope: Construct, id: string, props: TargetGroupProps) {
    super(scope, id);
    const { port, healthCheckPath, healthCheckInterval, deregistrationDelay = Duration.seconds(60) } = props;
    const interval = (healthCheckInterval ?? Duration.seconds(15)).toSeconds();
    const delay = deregistrationDelay.toSeconds();
    this.deregistrationDelay = deregistrationDelay;
    this.requireMatch(
      'target group name',
      this.awsName,
      /^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/,
      'at most 32 letters, digits and hyphens, not at the ends',
    );
    this.requireRange('port', port, 1, 65_535);
    this.requireMatch('healthCheckPath', healthCheckPath, /^\/[!-~]{0,1023}$/, 'a path of at most 1,024 characters');
    this.requireRange('healthCheckInterval', interval, HEALTH_CHECK_TIMEOUT + 1, 300, ' s');
    this.requireRange('deregistrationDelay', delay, 0, 3_600, ' s');

    const resource = new elbv2.TargetGroup(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        targetType: 'ip',
        vpcId: this.need('vpc').id,
        ipAddressType: 'ipv4',
        protocol: 'HTTP',
        protocolVersion: 'HTTP1',
        port,
        healthCheckEnabled: true,
        healthCheckProtocol: 'HTTP',
        healthCheckPort: 'traffic-port',
        healthCheckPath,
        healthCheckIntervalSeconds: interval,
        healthCheckTimeoutSeconds: HEALTH_CHECK_TIMEOUT,
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 3,
        matcher: { httpCode: '200' },
        attributes: [{ key: 'deregistration_delay.timeout_seconds', value: String(delay) }],
      },
    });
    this.arn = late(resource, 'status.ackResourceMetadata.arn');
  }
}
