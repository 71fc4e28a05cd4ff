import type { Construct } from 'constructs';
import * as logs from '../../imports/cloudwatchlogs.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** Bounds: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html */
export interface MetricFilterProps {
  /** Its name in AWS, behind the landing's prefix, at most 512 characters without `:` and `*`. @default its id */
  readonly filterName?: string;
  /** Of the log group, in AWS. */
  readonly logGroupName: string;
  /**
   * Which events count, at most 1,024 characters: terms, `[…]` for fields between spaces, `{…}` for JSON, `%…%` for a
   * regular expression (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
   */
  readonly pattern: string;
  /** What the events are counted in; a namespace of our own, not one of AWS's. */
  readonly metric: { readonly namespace: string; readonly name: string };
}

/**
 * Counts the events of a log group that match a pattern; 0 where none do, so that an alarm sees the difference from
 * silence.
 */
export class MetricFilter extends AwsObject {
  readonly metric: { readonly namespace: string; readonly name: string };
  private readonly filterName: string;

  constructor(scope: Construct, id: string, { filterName = id, logGroupName, pattern, metric }: MetricFilterProps) {
    super(scope, id);
    this.filterName = filterName;
    this.metric = metric;
    this.requireMatch('filter name', this.awsName, /^[^:*]{1,512}$/, '1 to 512 characters without : and *');
    this.requireMatch(
      'log group name',
      logGroupName,
      /^[.\-_/#A-Za-z0-9]{1,512}$/,
      '512 letters, digits and . - _ / #',
    );
    this.requirePattern(pattern);
    for (const [field, value] of Object.entries(metric))
      this.requireMatch(`metric.${field}`, value, /^[^:*$]{1,255}$/, '1 to 255 characters without : * and $');
    if (metric.namespace.startsWith('AWS/'))
      this.fail(`metric.namespace '${metric.namespace}' begins with AWS/, which only AWS's services may use`);
    new logs.MetricFilter(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          region: this.landing.region,
          logGroupName,
          pattern,
          metricTransformation: { ...metric, value: '1', defaultValue: '0', unit: 'Count' },
        },
      },
    });
  }

  override get awsName(): string {
    return `${this.landing.namePrefix}${this.filterName}`;
  }

  private requirePattern(pattern: string): void {
    this.requireLength('pattern', pattern, 1_024);
    if (pattern.trim() === '') this.fail('pattern is empty: it would count every event');
    const quotes = pattern.match(/(?<!\\)"/g)?.length ?? 0;
    if (quotes % 2 !== 0) this.fail(`pattern '${pattern}' has a quotation mark that nothing ends`);
    for (const [open, close] of ['{}', '[]'])
      if (pattern.startsWith(open!) !== pattern.endsWith(close!))
        this.fail(`pattern '${pattern}' has to end with ${close} exactly where it begins with ${open}`);
  }
}
