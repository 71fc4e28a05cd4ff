import { ALARMED_POLICY, awsNameOf, hasAlarms, queryOf, type Watched, watched } from '../../aws';
import { append } from '../../collections';
import { kindKey, type Manifest, records } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';
import { kindsWhere } from './demands';

export const alarmed: Rule = {
  id: ALARMED_POLICY,
  group: 'policy',
  reason: 'What nobody watches fails until a user tells.',
  link: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_monitor_aws_resources_notification_monitor.html',
  check,
};

/** Stands for what only AWS tells; an alarm that reads the object from a graph has it. */
const LATE = '…';

function* check(tree: Tree): Generator<Problem> {
  const alarms = alarmsIn(tree);
  const nameOf = (kind: string, name: string) =>
    tree.lookup.named(name).flatMap((one) => (kindKey(one) === kind ? (awsNameOf(one) ?? []) : []))[0] ?? name;
  for (const object of tree.ofKinds(...kindsWhere(tree, hasAlarms).map(({ key }) => key))) {
    const found = watched(object.manifest, { home: tree.home, nameOf, late: () => LATE });
    const missing = found ? missingOf(found, alarms, object.manifest) : [];
    if (missing.length > 0)
      yield { object, path: 'metadata.name', message: `has no alarm on ${[...new Set(missing)].join(', ')}` };
  }
}

function missingOf({ namespace, measured }: Watched, alarms: Alarms, manifest: Manifest): string[] {
  return measured.flatMap((subject) =>
    subject.alarms.flatMap((alarm) => {
      const query = queryOf(namespace, subject, alarm);
      const key = query ?? metricKey(namespace, alarm.metric, Object.entries(subject.dimensions));
      const isThere = alarms.known.has(key) || alarms.late.get(key)?.includes(manifest);
      return isThere ? [] : [alarm.metric];
    }),
  );
}

/** What the alarms of a tree look at. */
interface Alarms {
  readonly known: ReadonlySet<string>;
  /** With the objects that their graphs read. */
  readonly late: ReadonlyMap<string, readonly Manifest[]>;
}

function alarmsIn(tree: Tree): Alarms {
  const known = new Set<string>();
  const late = new Map<string, Manifest[]>();
  for (const alarm of tree.ofKinds('cloudwatch.services.k8s.aws/MetricAlarm')) {
    const key = keyOf(alarm);
    if (!key.includes(LATE)) known.add(key);
    else for (const manifest of readBy(tree, alarm)) append(late, key, manifest);
    for (const { expression } of records(fieldOf(alarm, 'spec.metrics'))) known.add(String(expression));
  }
  return { known, late };
}

function keyOf(alarm: TreeObject): string {
  const dimensions = records(fieldOf(alarm, 'spec.dimensions')).map(({ name, value }): [string, string] => [
    String(name),
    String(value).includes('${') ? LATE : String(value),
  ]);
  return metricKey(String(fieldOf(alarm, 'spec.namespace')), String(fieldOf(alarm, 'spec.metricName')), dimensions);
}

function metricKey(namespace: string, metric: string, dimensions: readonly (readonly [string, string])[]): string {
  const parts = dimensions.map(([name, value]) => `${name}=${value}`).sort();
  return [namespace, metric, ...parts].join(' ');
}

function readBy(tree: Tree, { within }: TreeObject): Manifest[] {
  return within ? tree.mentionsOf(within.graph).flatMap((mention) => tree.lookup.resolve(mention)) : [];
}
