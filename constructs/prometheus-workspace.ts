import type { Construct } from 'constructs';
import * as amp from '../imports/prometheusservice.services.k8s.aws';
import { stringify } from '../lib/manifests/yaml';
import { AwsObject, type StatefulProps } from './aws-object';
import { late } from './late';
import type { LogGroup } from './log-group';
import type { Topic } from './topic';

/** Bounds: https://docs.aws.amazon.com/prometheus/latest/APIReference/API_CreateWorkspace.html */
export interface PrometheusWorkspaceProps extends StatefulProps {
  /** Where rules and alert manager write what went wrong. */
  readonly logGroup: LogGroup;
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

  constructor(scope: Construct, id: string, { logGroup, removal }: PrometheusWorkspaceProps) {
    super(scope, id);
    this.requireMatch('alias', this.awsName, /^\S(?:.{0,98}\S)?$/, '1 to 100 characters, no space at either end');
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
    return `https://aps-workspaces.${this.environment.region}.amazonaws.com/workspaces/${this.workspaceId}`;
  }
}

/** A rule that keeps the result of an expression as a metric of its own. */
export interface RecordingRule {
  /** The new metric: `level:metric:operations`. */
  readonly record: string;
  /** PromQL. */
  readonly expr: string;
}

/** A rule that tells the alert manager. */
export interface AlertingRule {
  readonly alert: string;
  /** PromQL. */
  readonly expr: string;
  /** How long it has to be so: `10m`. */
  readonly for: string;
  readonly severity: 'critical' | 'warning';
  /** What is wrong and what to do; may hold `{{ $labels.name }}`. */
  readonly summary: string;
}

/** Bounds: https://docs.aws.amazon.com/prometheus/latest/userguide/AMP_quotas.html */
export interface PrometheusRulesProps {
  readonly workspace: PrometheusWorkspace;
  /** Groups by name: their rules are computed in order, at the same time. At most 20 rules in each. */
  readonly groups: Readonly<Record<string, readonly (RecordingRule | AlertingRule)[]>>;
}

const MOST_RULES = 20;
/** https://prometheus.io/docs/concepts/data_model/ */
const METRIC = /^[a-zA-Z_:][\w:]*$/;
const DURATION = /^(?:\d+h)?(?:\d+m)?(?:\d+s)?$/;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** A file of rules that Amazon Managed Service for Prometheus computes every minute. */
export class PrometheusRules extends AwsObject {
  constructor(scope: Construct, id: string, { workspace, groups }: PrometheusRulesProps) {
    super(scope, id);
    this.requireMatch('name', this.awsName, /^[0-9A-Za-z][-.\w]{0,127}$/, 'at most 128 letters, digits and - . _');
    if (Object.keys(groups).length === 0) this.fail('groups is empty, at least one is required');
    for (const [name, rules] of Object.entries(groups)) {
      this.requireRange(`groups.${name}`, rules.length, 1, MOST_RULES, ' rules');
      for (const rule of rules) this.requireRule(name, rule);
    }
    new amp.RuleGroupsNamespace(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        workspaceRef: { from: { name: workspace.node.id } },
        configuration: stringify({
          groups: Object.entries(groups).map(([name, rules]) => ({ name, interval: '1m', rules: rules.map(render) })),
        }),
        tags: this.tags,
      },
    });
  }

  private requireRule(group: string, rule: RecordingRule | AlertingRule): void {
    const name = 'record' in rule ? rule.record : rule.alert;
    const where = `groups.${group}.${name}`;
    if ('record' in rule)
      this.requireMatch(`${where}: record`, name, METRIC, 'letters, digits, _ and :, no digit first');
    else {
      this.requireMatch(`${where}: alert`, name, /^\w+$/, 'letters, digits and _');
      this.requireMatch(`${where}: for`, rule.for, DURATION, 'a time such as 1h30m, 10m or 30s');
    }
    const problem = promqlProblem(rule.expr);
    if (problem) this.fail(`${where}: expr '${rule.expr}' ${problem}`);
  }
}

/** What even a glance shows: AWS parses the rest, and says so in the object's status. */
function promqlProblem(expr: string): string | undefined {
  if (expr.trim() === '') return 'is empty';
  const outside = expr.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '');
  if (/["'`]/.test(outside)) return 'has a quotation mark that nothing ends';
  const open: string[] = [];
  for (const [mark] of outside.matchAll(/[()[\]{}]/g))
    if (!(mark in PAIRS)) open.push(mark);
    else if (open.pop() !== PAIRS[mark]) return `has a ${mark} that nothing opens`;
  return open.length > 0 ? `has a ${open.at(-1)} that nothing closes` : undefined;
}

function render(rule: RecordingRule | AlertingRule): object {
  if ('record' in rule) return { record: rule.record, expr: rule.expr };
  const { alert, expr, severity, summary } = rule;
  return { alert, expr, for: rule.for, labels: { severity }, annotations: { summary } };
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
