import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as amp from '../../imports/prometheusservice.services.k8s.aws';
import type { LogGroup } from '../cloudwatchlogs/log-group';
import { AwsObject } from '../core/aws-object';
import type { StatefulProps } from '../core/removal';

/** Bounds: https://docs.aws.amazon.com/prometheus/latest/APIReference/API_CreateWorkspace.html */
export interface PrometheusWorkspaceProps extends StatefulProps {
  /** Where rules and alert manager write what went wrong. */
  readonly logGroup: LogGroup;
  /** How often agents ask for what they send here, 10 s to 60 s. @default 30 */
  readonly scrapeIntervalSeconds?: number;
}

/**
 * Amazon Managed Service for Prometheus: metrics of the cluster, kept 150 days. Encrypted with a key that AWS owns,
 * because the ACK kind cannot name another. Who sends to it or asks it needs `arn` in a role.
 */
export class PrometheusWorkspace extends AwsObject {
  /** Late. */
  readonly arn: string;
  /** Late. */
  readonly workspaceId: string;
  /** What agents and rules go by, and what Grafana takes for the shortest step of a graph. */
  readonly scrapeIntervalSeconds: number;

  constructor(
    scope: Construct,
    id: string,
    { logGroup, scrapeIntervalSeconds = 30, removal }: PrometheusWorkspaceProps,
  ) {
    super(scope, id);
    this.requireMatch('alias', this.awsName, /^\S(?:.{0,98}\S)?$/, '1 to 100 characters, no space at either end');
    this.requireRange('scrapeIntervalSeconds', scrapeIntervalSeconds, 10, 60, ' s');
    this.scrapeIntervalSeconds = scrapeIntervalSeconds;
    const workspace = new amp.Workspace(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }),
      spec: { alias: this.awsName, tags: this.statefulTags },
    });
    this.arn = late(workspace, 'status.ackResourceMetadata.arn');
    this.workspaceId = late(workspace, 'status.workspaceID');

    new amp.LoggingConfiguration(this, 'Logs', {
      metadata: { ...this.ackMetadata(), name: `${id}-logs` },
      spec: { workspaceRef: { from: { name: id } }, logGroupArn: `${logGroup.arn}:*` },
    });
  }

  /**
   * Late: where agents send metrics to.
   * https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-onboard-ingest-metrics.html
   */
  get remoteWriteUrl(): string {
    return `${this.url}/api/v1/remote_write`;
  }

  /** Late: what Grafana has as the URL of its data source. */
  get url(): string {
    return `https://aps-workspaces.${this.landing.region}.amazonaws.com/workspaces/${this.workspaceId}`;
  }
}
