import type { Construct } from 'constructs';
import { Dashboard, type Widget } from '../../constructs/cloudwatch/dashboard';
import type { Metric } from '../../constructs/cloudwatch/metric-alarm';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { Alarms, ObjectAlarm } from './alarms';

/** Of one graph: more cannot be told apart. */
const MOST_LINES = 50;
/** Of one widget with the states of alarms. */
const MOST_STATES = 100;
const WHOLE_ROW = { width: 24, height: 1 };

/** What people look at first: every application with its alarms and with what they watch. */
export class Dashboards extends PlatformChart {
  constructor(scope: Construct, id: string, environment: Environment, { alarms }: { readonly alarms: Alarms }) {
    super(scope, id, environment);
    const applications = [...new Set(alarms.ofObjects.map(({ application }) => application))];
    new Dashboard(this, 'platform', {
      widgets: [
        {
          title: 'Applications',
          states: [...alarms.platform, ...[...alarms.compositeAlarms.values()].flat()].slice(0, MOST_STATES),
          size: { width: 24, height: 3 },
        },
        ...applications.flatMap((application) => section(application, alarms)),
      ],
    });
  }
}

function section(application: string, { ofObjects, compositeAlarms }: Alarms): Widget[] {
  const own = ofObjects.filter((one) => one.application === application);
  const states = own.length > MOST_STATES ? (compositeAlarms.get(application) ?? []) : own.map(({ alarm }) => alarm);
  const graphs = new Map<string, ObjectAlarm[]>();
  for (const one of own) {
    const key = [one.service, one.definition.name, one.alarm.region].join(' ');
    const graph = graphs.get(key) ?? [];
    graphs.set(key, graph);
    graph.push(one);
  }
  return [
    { markdown: `## ${application}`, size: WHOLE_ROW },
    {
      title: `Alarms of ${application}`,
      states: states.slice(0, MOST_STATES),
      size: { width: 24, height: 2 + Math.ceil(Math.min(states.length, MOST_STATES) / 8) },
    },
    ...[...graphs.values()].flatMap(graphsOf),
  ];
}

/** One graph of what is the same of all objects, and one of each alarm that alone knows what it watches. */
function graphsOf(alarms: readonly ObjectAlarm[]): Widget[] {
  const [{ service, definition, alarm: first }] = alarms as readonly [ObjectAlarm];
  const lines = alarms.flatMap(({ name, metric }): [string, Metric][] => (metric ? [[name, metric]] : []));
  const shown = lines.slice(0, MOST_LINES);
  const place = first.region;
  const title = `${service} ${definition.metric}, ${place}`;
  const many = shown.length < lines.length ? ` (${shown.length} of ${lines.length})` : '';
  return [
    ...(shown.length > 0 ? [{ title: title + many, metrics: Object.fromEntries(shown), region: place }] : []),
    ...alarms
      .filter(({ metric }) => !metric)
      .slice(0, MOST_LINES)
      .map(({ name, alarm }) => ({ title: `${title}: ${name}`, alarm })),
  ];
}
