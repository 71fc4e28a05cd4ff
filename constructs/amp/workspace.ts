import { stringify } from '@aws-platform/engine/manifests';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as amp from '../../imports/prometheusservice.services.k8s.aws';
import type { LogGroup } from '../cloudwatchlogs/log-group';
import { AwsObject, type StatefulProps } from '../core/aws-object';
import type { Topic } from '../sns/topic';

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

  /** Late: where agents send metrics to. https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-onboard-ingest-metrics.html */
  get remoteWriteUrl(): string {
    return `${this.url}/api/v1/remote_write`;
  }

  /** Late: what Grafana has as the URL of its data source. */
  get url(): string {
    return `https://aps-workspaces.${this.landing.region}.amazonaws.com/workspaces/${this.workspaceId}`;
  }
}

export interface AlertManagerProps {
  readonly workspace: PrometheusWorkspace;
  /** A standard one. */
  readonly topic: Topic;
}

/** Tells a topic what the rules found, together for one cluster, namespace and alert, and again after four hours. */
export class AlertManager extends AwsObject {
  constructor(scope: Construct, id: string, { workspace, topic }: AlertManagerProps) {
    super(scope, id);
    if (topic.isFifo) this.fail(`the topic '${topic.node.id}' is FIFO, only standard topics are allowed`);
    topic.allowAlertManagers();
    const configuration = {
      route: {
        receiver: 'topic',
        group_by: ['alertname', 'cluster', 'namespace'],
        group_wait: '30s',
        group_interval: '5m',
        repeat_interval: '4h',
      },
      receivers: [
        {
          name: 'topic',
          // https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-receiver-config.html
          sns_configs: [
            {
              topic_arn: topic.arn,
              sigv4: { region: topic.region },
              // SNS takes subjects of at most 100 characters
              subject: '{{ .Status }}: {{ .CommonLabels.alertname }}',
              attributes: { severity: '{{ .CommonLabels.severity }}' },
            },
          ],
        },
      ],
    };
    new amp.AlertManagerDefinition(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        workspaceRef: { from: { name: workspace.node.id } },
        configuration: stringify({ alertmanager_config: stringify(configuration) }),
      },
    });
  }
}
