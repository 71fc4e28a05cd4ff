import { MetricEditorMode, MetricQueryType, MetricsQueryBuilder } from '@grafana/grafana-foundation-sdk/cloudwatch';
import {
  BigValueColorMode,
  LegendDisplayMode,
  LegendPlacement,
  VizLegendOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  type Dashboard,
  DashboardBuilder,
  RowBuilder,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeSeriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** What Grafana asks: the data sources that charts/observability/dashboards-in-grafana.ts makes. */
export const SOURCES = { prometheus: 'prometheus', cloudwatch: 'cloudwatch' } as const;

/** A query of the workspace: PromQL, and what a line is called. */
export interface Prom {
  readonly promql: string;
  /** `{{namespace}}`. */
  readonly legend?: string;
}

/**
 * A metric of CloudWatch, of everything that has it:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html
 */
export interface Search {
  readonly namespace: string;
  readonly dimensions: readonly string[];
  readonly metric: string;
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum' | 'p99';
}

export type Query = Prom | Search;

export interface PanelProps {
  readonly title: string;
  /** What one should see. */
  readonly description: string;
  readonly queries: readonly Query[];
  /** @default 'short' */
  readonly unit?: string;
  /** Of 24. @default 8 */
  readonly width?: number;
  readonly shows?: 'lines' | 'number' | 'table';
  /** Of a number: from where on it is red. @default never */
  readonly badFrom?: number;
}

export interface DashboardProps {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly rows: Readonly<Record<string, readonly PanelProps[]>>;
}

const HEIGHT = { lines: 8, table: 8, number: 4 } as const;

/** A dashboard as Grafana reads it. Places follow from widths: rows of 24. */
export function dashboard({ uid, title, description, rows }: DashboardProps): Dashboard {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags(['platform'])
    .readonly()
    .refresh('1m')
    .time({ from: 'now-6h', to: 'now' })
    .timezone('browser');
  for (const [row, panels] of Object.entries(rows)) {
    builder.withRow(new RowBuilder(row));
    for (const panel of panels) builder.withPanel(panelOf(panel));
  }
  return builder.build();
}

function panelOf(props: PanelProps) {
  const { title, description, queries, unit = 'short', width = 8, shows = 'lines', badFrom } = props;
  const uid = 'promql' in queries[0]! ? SOURCES.prometheus : SOURCES.cloudwatch;
  const panel = builderOf(shows)
    .title(title)
    .description(description)
    .datasource({ type: uid, uid })
    .unit(unit)
    .span(width)
    .height(HEIGHT[shows])
    .targets(queries.map((query, index) => target(query, String.fromCharCode(65 + index), shows)));
  if (badFrom !== undefined)
    panel.thresholds(
      new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([
        { value: null, color: 'green' },
        { value: badFrom, color: 'red' },
      ]),
    );
  return panel;
}

function builderOf(shows: 'lines' | 'number' | 'table') {
  if (shows === 'number') return new StatBuilder().colorMode(BigValueColorMode.Background);
  if (shows === 'table') return new TableBuilder();
  const legend = new VizLegendOptionsBuilder()
    .displayMode(LegendDisplayMode.List)
    .placement(LegendPlacement.Bottom)
    .showLegend(true);
  return new TimeSeriesBuilder().fillOpacity(8).legend(legend).min(0);
}

function target(query: Query, refId: string, shows: string) {
  if ('promql' in query) {
    const builder = new DataqueryBuilder().refId(refId).expr(query.promql);
    if (query.legend) builder.legendFormat(query.legend);
    return shows === 'table' ? builder.instant() : builder.range();
  }
  const { namespace, dimensions, metric, statistic } = query;
  const schema = [namespace, ...dimensions].join(',');
  return new MetricsQueryBuilder()
    .refId(refId)
    .region('default')
    .metricQueryType(MetricQueryType.Search)
    .metricEditorMode(MetricEditorMode.Code)
    .expression(`SEARCH('{${schema}} MetricName="${metric}"', '${statistic}', 300)`);
}
