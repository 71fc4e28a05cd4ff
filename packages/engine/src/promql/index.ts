import { parser } from '@prometheus-io/lezer-promql';

type Node = ReturnType<typeof parser.parse>['topNode'];

/** A metric that a query reads, and the labels that it expects it to have. */
export interface MetricUse {
  readonly metric: string;
  /** Of matchers, and of the groupings and matchings around them. */
  readonly labels: readonly string[];
}

/** Where a query stops being PromQL, by the grammar of Prometheus's own editor; undefined where it does not. */
export function promqlProblem(query: string): string | undefined {
  if (!problems.has(query)) problems.set(query, findProblem(query));
  return problems.get(query);
}

/** By query: environments have the same alerts. */
const problems = new Map<string, string | undefined>();

function findProblem(query: string): string | undefined {
  if (query.trim() === '') return 'is empty';
  let problem: string | undefined;
  parser.parse(query).iterate({
    enter: ({ type, from }) => {
      if (type.isError) problem ??= `does not parse at character ${from + 1}: '${query.slice(from, from + 20)}'`;
    },
  });
  return problem;
}

/** Windows that a query looks back over (`[5m]`), in seconds. */
export function windowsOf(query: string): number[] {
  const windows: number[] = [];
  parser.parse(query).iterate({
    enter: ({ name, node }) => {
      if (name !== 'MatrixSelector' && name !== 'SubqueryExpr') return;
      const duration = node.getChild('DurationExpr');
      const seconds = duration && secondsOf(textOf(query, duration));
      if (typeof seconds === 'number') windows.push(seconds);
    },
  });
  return windows;
}

/** The metrics that a query reads. */
export function metricsOf(query: string): MetricUse[] {
  const uses: MetricUse[] = [];
  parser.parse(query).iterate({
    enter: ({ name, node }) => {
      if (name !== 'VectorSelector') return;
      const identifier = node.getChild('Identifier');
      const metric = identifier ? textOf(query, identifier) : '';
      const labels = new Set(labelNames(query, node));
      for (let around = node.parent; around; around = around.parent)
        for (const grouping of groupingsOf(around)) for (const label of labelNames(query, grouping)) labels.add(label);
      uses.push({ metric, labels: [...labels] });
    },
  });
  return uses;
}

/** `by (…)` and `on (…)` name labels that have to be there; `without` and `ignoring` do not mind. */
function groupingsOf(node: Node): Node[] {
  const modifiers = [
    ...node.getChildren('AggregateModifier').filter((one) => one.getChild('By')),
    ...node.getChildren('MatchingModifierClause').filter((one) => one.getChild('On')),
  ];
  return modifiers.flatMap((one) => one.getChildren('GroupingLabels').slice(0, 1));
}

function labelNames(query: string, node: Node): string[] {
  const names: string[] = [];
  const cursor = node.cursor();
  do {
    if (cursor.name === 'LabelName') names.push(query.slice(cursor.from, cursor.to));
  } while (cursor.next() && cursor.from < node.to);
  return names;
}

function textOf(query: string, { from, to }: Node): string {
  return query.slice(from, to);
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/**
 * Seconds of a duration as Prometheus writes it (`1h30m`); undefined for what is none.
 * https://prometheus.io/docs/prometheus/latest/querying/basics/#time-durations
 */
export function secondsOf(duration: string): number | undefined {
  if (!/^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/.test(duration)) return undefined;
  const parts = [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!, 0);
}
