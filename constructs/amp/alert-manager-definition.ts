import { stringify } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import * as amp from '../../imports/prometheusservice.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { Topic } from '../sns/topic';
import type { PrometheusWorkspace } from './workspace';

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
