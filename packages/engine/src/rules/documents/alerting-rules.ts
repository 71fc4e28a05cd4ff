import { isRecord, readYaml, records } from '../../manifests';
import { promqlProblem, secondsOf } from '../../promql';
import { fieldOf, type Tree } from '../../relations';
import type { Problem, Rule } from '../rule';

export const alertingRules: Rule = {
  id: 'alerting-rules',
  group: 'documents',
  reason: 'Whoever is woken has to learn what is wrong and what to do; a rule that nobody computes wakes nobody.',
  link: 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
  check,
};

const CONFIGURATION = 'spec.configuration';
const ANNOTATIONS = ['summary', 'description', 'runbook_url'];

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds('monitoring.coreos.com/PrometheusRule'))
    yield {
      object,
      path: 'spec.groups',
      message: 'agents compute no rules: the workspace does, of what stands in charts/observability/rules',
    };
  const names = new Set<string>();
  for (const object of tree.ofKinds('prometheusservice.services.k8s.aws/RuleGroupsNamespace')) {
    const configuration = fieldOf(object, CONFIGURATION);
    // others are late-bound, or none
    if (typeof configuration === 'string')
      for (const message of problemsOf(configuration, names)) yield { object, path: CONFIGURATION, message };
  }
}

function* problemsOf(configuration: string, names: Set<string>): Generator<string> {
  let parsed: unknown;
  try {
    [parsed] = readYaml(configuration);
  } catch (error) {
    yield `is no YAML: ${(error as Error).message.split('\n')[0]}`;
    return;
  }
  const groups = isRecord(parsed) ? records(parsed['groups']) : [];
  if (groups.length === 0) yield 'groups has to be a list of at least one group';
  for (const group of groups)
    for (const rule of records(group['rules'])) {
      const name = String(rule['alert'] ?? rule['record'] ?? '?');
      const where = `${group['name']}.${name}`;
      const problem = promqlProblem(String(rule['expr'] ?? ''));
      if (problem) yield `${where}: expr ${problem}`;
      if (rule['alert'] === undefined) continue;
      if (names.has(name)) yield `${where}: an alert of this name is there already`;
      names.add(name);
      yield* alertProblems(where, rule);
    }
}

function* alertProblems(where: string, rule: Readonly<Record<string, unknown>>): Generator<string> {
  const { labels, annotations } = rule;
  const severity = isRecord(labels) ? labels['severity'] : undefined;
  if (severity !== 'critical' && severity !== 'warning')
    yield `${where}: labels.severity is ${JSON.stringify(severity) ?? 'not set'}, critical or warning is allowed`;
  for (const name of ANNOTATIONS)
    if (!isRecord(annotations) || !annotations[name]) yield `${where}: annotations.${name} is required`;
  if (rule['for'] !== undefined && secondsOf(String(rule['for'])) === undefined)
    yield `${where}: for is ${JSON.stringify(rule['for'])}, allowed is a time such as 10m`;
}
