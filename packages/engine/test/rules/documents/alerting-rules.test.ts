import { faultsOf } from '../faults';
import type { Fixture } from '../objects';

const RULE_GROUPS = 'observability/prometheus.yaml RuleGroupsNamespace cluster spec.configuration';

function edit(object: Fixture, from: RegExp, to: string): void {
  const { configuration } = object['spec'];
  if (!from.test(configuration)) throw new Error(`nothing fits ${from}`);
  object['spec'].configuration = configuration.replace(from, to);
}

faultsOf('alerting-rules', [
  [
    'an alert without a runbook',
    (get) => edit(get('RuleGroupsNamespace cluster'), /runbook_url: \S+/, ''),
    `${RULE_GROUPS}`,
  ],
  [
    'an alert without a severity',
    (get) => edit(get('RuleGroupsNamespace cluster'), /severity: critical/, 'team: platform'),
    `${RULE_GROUPS}`,
  ],
  [
    'an alert that waits for a time that is none',
    (get) => edit(get('RuleGroupsNamespace cluster'), /for: ["']?15m["']?/, 'for: soon'),
    `${RULE_GROUPS}`,
  ],
  [
    'an alert of a name that is there already',
    (get) => edit(get('RuleGroupsNamespace cluster'), /alert: AwsObjectTerminal/, 'alert: AwsObjectNotSynced'),
    `${RULE_GROUPS}`,
  ],
  [
    'a query that does not parse',
    (get) =>
      edit(
        get('RuleGroupsNamespace cluster'),
        /expr: .*karpenter_scheduler_unschedulable_pods_count\) > 0/,
        'expr: max(karpenter_scheduler_unschedulable_pods_count > 0',
      ),
    `${RULE_GROUPS}`,
  ],
  [
    'rules that are no YAML',
    (get) => edit(get('RuleGroupsNamespace cluster'), /^groups:/, 'groups: ['),
    `${RULE_GROUPS}`,
  ],
  [
    'rules that no agent computes',
    (_get, add) =>
      add({
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PrometheusRule',
        metadata: { name: 'lost', namespace: 'monitoring' },
        spec: { groups: [] },
      }),
    'fixtures/fixtures.yaml PrometheusRule lost spec.groups',
  ],
]);
