import type { AlertingRule, Rule } from '../../../constructs/amp/rule-groups-namespace';

/** A promise, and what breaks it. */
export interface Slo {
  /** In the names of the alerts: `KubernetesApi`. */
  readonly name: string;
  /** In the names of the metrics: `kubernetes_api`. */
  readonly metric: string;
  /** The share that has to succeed over 30 days, such as 0.999. */
  readonly objective: number;
  /** The share that fails over a window, in PromQL. */
  readonly failures: (window: string) => string;
  readonly summary: string;
  readonly description: string;
}

const WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'] as const;
type Window = (typeof WINDOWS)[number];

interface Burn {
  readonly long: Window;
  readonly short: Window;
  /** How many times as fast as the budget allows: 14.4 for an hour is a fiftieth of it. */
  readonly rate: number;
}

/** https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts */
const FAST: readonly Burn[] = [
  { long: '1h', short: '5m', rate: 14.4 },
  { long: '6h', short: '30m', rate: 6 },
];
const SLOW: readonly Burn[] = [
  { long: '1d', short: '2h', rate: 3 },
  { long: '3d', short: '6h', rate: 1 },
];

/**
 * The rules of a promise: the share that fails over each window, and alerts when it is too much over a long and a short
 * one.
 */
export function slo({ name, metric, objective, failures, summary, description }: Slo): readonly Rule[] {
  if (!(objective > 0 && objective < 1))
    throw new Error(`${name}: objective is ${objective}, between 0 and 1 is allowed`);
  const shareOf = (window: Window) => `slo:${metric}:failures_rate${window}`;
  // as people write it, not 0.0010000000000000009
  const budget = Number((1 - objective).toPrecision(6));
  const burns = (list: readonly Burn[]) =>
    list
      .map(({ long, short, rate }) => {
        const limit = Number((rate * budget).toPrecision(6));
        return `(${shareOf(long)} > ${limit} and ${shareOf(short)} > ${limit})`;
      })
      .join(' or ');
  const alert = (speed: string, list: readonly Burn[], more: Pick<AlertingRule, 'for' | 'severity'>): AlertingRule => ({
    alert: `${name}BudgetBurns${speed}`,
    expr: burns(list),
    ...more,
    summary,
    description,
  });
  return [
    ...WINDOWS.map((window) => ({ record: shareOf(window), expr: failures(window) })),
    alert('Fast', FAST, { for: '2m', severity: 'critical' }),
    alert('Slow', SLOW, { for: '15m', severity: 'warning' }),
  ];
}
