import { objectMetricProblem } from '@aws-platform/engine/aws';
import { stringify } from '@aws-platform/engine/manifests';
import { metricsOf, promqlProblem, secondsOf, windowsOf } from '@aws-platform/engine/promql';
import type { Construct } from 'constructs';
import * as amp from '../../imports/prometheusservice.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { PrometheusWorkspace } from './workspace';

/** A rule that keeps the result of an expression as a metric of its own. */
export interface RecordingRule {
  /** The new metric: `level:metric:operations`. */
  readonly record: string;
  /** PromQL. */
  readonly expr: string;
  /** @default none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A rule that tells the alert manager. What to do then is in its runbook, `<alert>.md`, to which it links. */
export interface AlertingRule {
  readonly alert: string;
  /** PromQL. */
  readonly expr: string;
  /** How long it has to be so: `10m`; `0s` where once is too often. */
  readonly for: string;
  /** Critical wakes somebody, warning waits for the morning. */
  readonly severity: 'critical' | 'warning';
  /** What is wrong, in a line; may hold `{{ $labels.name }}`. */
  readonly summary: string;
  /** What follows from it. */
  readonly description: string;
}

export type Rule = RecordingRule | AlertingRule;

/** Bounds: https://docs.aws.amazon.com/prometheus/latest/userguide/AMP_quotas.html */
export interface PrometheusRulesProps {
  readonly workspace: PrometheusWorkspace;
  /** URL of the folder with a runbook for each alert, without a slash at its end. */
  readonly runbooks: string;
  /** Groups by name: their rules are computed in order, at the same time. At most 20 rules in each. */
  readonly groups: Readonly<Record<string, readonly Rule[]>>;
}

const MOST_RULES = 20;
const SEVERITIES = ['critical', 'warning'];
/** https://prometheus.io/docs/concepts/data_model/ */
const METRIC = /^[a-zA-Z_:][\w:]*$/;
/**
 * A rate needs two samples, and one may be missing: https://www.robustperception.io/what-range-should-i-use-with-rate/
 */
const SAMPLES_IN_WINDOW = 4;

/** A file of rules that Amazon Managed Service for Prometheus computes every minute. */
export class PrometheusRules extends AwsObject {
  constructor(scope: Construct, id: string, { workspace, runbooks, groups }: PrometheusRulesProps) {
    super(scope, id);
    this.requireMatch('name', this.awsName, /^[0-9A-Za-z][-.\w]{0,127}$/, 'at most 128 letters, digits and - . _');
    if (Object.keys(groups).length === 0) this.fail('groups is empty, at least one is required');
    const names = new Set<string>();
    for (const [group, rules] of Object.entries(groups)) {
      this.requireRange(`groups.${group}`, rules.length, 1, MOST_RULES, ' rules');
      for (const rule of rules) {
        const name = 'record' in rule ? `${rule.record} ${JSON.stringify(rule.labels ?? {})}` : rule.alert;
        if (names.has(name)) this.fail(`groups.${group}: ${name} is there already, each rule needs a name of its own`);
        names.add(name);
        this.requireRule(group, rule, workspace);
      }
    }
    new amp.RuleGroupsNamespace(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        workspaceRef: { from: { name: workspace.node.id } },
        configuration: stringify({
          groups: Object.entries(groups).map(([name, rules]) => ({
            name,
            interval: '1m',
            rules: rules.map((rule) => render(rule, runbooks)),
          })),
        }),
        tags: this.tags,
      },
    });
  }

  private requireRule(group: string, rule: Rule, { scrapeIntervalSeconds }: PrometheusWorkspace): void {
    const where = `groups.${group}.${'record' in rule ? rule.record : rule.alert}`;
    if ('record' in rule)
      this.requireMatch(`${where}: record`, rule.record, METRIC, 'letters, digits, _ and :, no digit first');
    else this.requireAlert(where, rule);
    const problem = promqlProblem(rule.expr);
    if (problem) this.fail(`${where}: expr '${rule.expr}' ${problem}`);
    for (const { metric, labels } of metricsOf(rule.expr)) {
      const unknown = objectMetricProblem(metric, labels);
      if (unknown) this.fail(`${where}: expr: ${unknown}`);
    }
    const least = SAMPLES_IN_WINDOW * scrapeIntervalSeconds;
    for (const window of windowsOf(rule.expr))
      if (window < least)
        this.fail(
          `${where}: expr looks back over ${window} s, at least ${least} s is allowed: ${SAMPLES_IN_WINDOW} times the workspace's scrapeIntervalSeconds`,
        );
  }

  private requireAlert(where: string, rule: AlertingRule): void {
    this.requireMatch(`${where}: alert`, rule.alert, /^[A-Z][A-Za-z0-9]*$/, 'letters and digits, a capital first');
    if (!SEVERITIES.includes(rule.severity))
      this.fail(`${where}: severity is '${rule.severity}', ${SEVERITIES.join(' or ')} is allowed`);
    for (const field of ['summary', 'description'] as const)
      if (!rule[field]?.trim()) this.fail(`${where}: ${field} is empty: whoever is woken has to know why`);
    if (secondsOf(rule.for) === undefined)
      this.fail(`${where}: for is '${rule.for}', allowed is a time such as 1h30m, 10m or 0s`);
  }
}

function render(rule: Rule, runbooks: string): object {
  if ('record' in rule) return { ...rule };
  const { alert, expr, severity, summary, description } = rule;
  return {
    alert,
    expr,
    for: rule.for,
    labels: { severity },
    annotations: { summary, description, runbook_url: `${runbooks}/${alert}.md` },
  };
}
