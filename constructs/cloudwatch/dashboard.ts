import { canonicalJson } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import * as cloudwatch from '../../imports/cloudwatch.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { CompositeAlarm } from './composite-alarm';
import type { Metric, MetricAlarm } from './metric-alarm';

type Alarm = MetricAlarm | CompositeAlarm;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
export type Widget = { readonly size?: Size } & (
  | { readonly markdown: string }
  /** The state of 1 to 100 alarms. */
  | { readonly title: string; readonly states: readonly Alarm[] }
  /** One alarm's metric with its threshold. */
  | { readonly title: string; readonly alarm: MetricAlarm }
  /** A line for each metric, by its name; at most 500. */
  | { readonly title: string; readonly metrics: Readonly<Record<string, Metric>>; readonly region?: string }
);

/** In a grid of 24 columns. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface DashboardProps {
  /** From left to right and from top to bottom, 1 to 500. */
  readonly widgets: readonly Widget[];
}

const COLUMNS = 24;
const MOST_WIDGETS = 500;
const MOST_ALARMS = 100;
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html */
const MOST_METRICS_OF_WIDGET = 500;
const MOST_METRICS = 2_500;
const LARGEST = 1_048_576;
const USUAL: Size = { width: 8, height: 6 };

/** A CloudWatch dashboard. Its JSON is canonical: the controller compares what it holds with what AWS answers. */
export class Dashboard extends AwsObject {
  constructor(scope: Construct, id: string, { widgets }: DashboardProps) {
    super(scope, id);
    this.requireMatch('dashboard name', this.awsName, /^[\w-]{1,255}$/, 'at most 255 letters, digits, hyphens and _');
    this.requireRange('widgets', widgets.length, 1, MOST_WIDGETS);
    const metrics = widgets.map((widget) => ('metrics' in widget ? Object.keys(widget.metrics).length : 0));
    this.requireRange('metrics', Math.max(...metrics), 0, MOST_METRICS_OF_WIDGET, ' in one widget');
    this.requireRange(
      'metrics',
      metrics.reduce((sum, count) => sum + count, 0),
      0,
      MOST_METRICS,
      ' in all widgets',
    );
    for (const widget of widgets) this.requireWidget(widget);
    const body = canonicalJson({ widgets: this.placed(widgets) });
    this.requireRange('the body', Buffer.byteLength(body), 1, LARGEST, ' bytes');

    new cloudwatch.Dashboard(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: { dashboardName: this.awsName, dashboardBody: body },
    });
  }

  private requireWidget(widget: Widget): void {
    const { width, height } = widget.size ?? USUAL;
    this.requireRange('width', width, 1, COLUMNS, ' columns');
    this.requireRange('height', height, 1, 1_000, ' rows');
    if ('states' in widget) this.requireRange(`states of '${widget.title}'`, widget.states.length, 1, MOST_ALARMS);
  }

  /** Row by row; a row is as high as its highest widget. */
  private placed(widgets: readonly Widget[]): unknown[] {
    let x = 0;
    let y = 0;
    let rowHeight = 0;
    return widgets.map((widget) => {
      const { width, height } = widget.size ?? USUAL;
      if (x + width > COLUMNS) {
        y += rowHeight;
        x = 0;
        rowHeight = 0;
      }
      const place = { x, y, width, height };
      x += width;
      rowHeight = Math.max(rowHeight, height);
      return { ...this.render(widget), ...place };
    });
  }

  private render(widget: Widget): { type: string; properties: object } {
    const { region: home } = this.landing;
    if ('markdown' in widget) return { type: 'text', properties: { markdown: widget.markdown } };
    if ('states' in widget)
      return { type: 'alarm', properties: { title: widget.title, alarms: widget.states.map(({ arn }) => arn) } };
    if ('alarm' in widget)
      return {
        type: 'metric',
        properties: {
          title: widget.title,
          region: widget.alarm.region,
          view: 'timeSeries',
          annotations: { alarms: [widget.alarm.arn] },
        },
      };
    return {
      type: 'metric',
      properties: {
        title: widget.title,
        region: widget.region ?? home,
        view: 'timeSeries',
        period: 300,
        metrics: Object.entries(widget.metrics).map(([label, { namespace, name, dimensions, statistic }]) => [
          namespace,
          name,
          ...Object.entries(dimensions).flat(),
          { label, stat: statistic },
        ]),
      },
    };
  }
}
