import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  AnalysisTemplate,
  AnalysisTemplateSpecMetricsCount as Count,
  AnalysisTemplateSpecMetricsFailureLimit as FailureLimit,
  AnalysisTemplateSpecMetricsInconclusiveLimit as InconclusiveLimit,
} from '../../imports/argoproj.io';
import type { PrometheusWorkspace } from '../amp/workspace';
import { AwsObject } from '../core/aws-object';

export interface SuccessRateProps {
  /** Where the workload's metrics are. */
  readonly workspace: PrometheusWorkspace;
  /** The Rollout that is looked at. */
  readonly workload: { readonly namespace: string; readonly name: string };
  /** How many of a hundred requests have to be answered without an error of the server's, above 0 up to 100. */
  readonly percent: number;
  /** Time until the first look, at least 1 minute: metrics arrive late. @default Duration.minutes(2) */
  readonly initialDelay?: Duration;
  /** Between two measurements, at least 1 minute. @default Duration.minutes(1) */
  readonly interval?: Duration;
  /** How often it measures, at least 1. @default 5 */
  readonly measurements?: number;
}

/** The argument that takes the hash of the Pods' template, by which one stack is told from the other. */
export const REVISION = 'revision';

/**
 * What an OpenTelemetry SDK counts of requests, as Prometheus has it:
 * https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration
 */
const REQUESTS = 'http_server_request_duration_seconds_count';
const STATUS = 'http_response_status_code';

/** More than one bad look fails the analysis, and so does nobody. */
const BAD_MEASUREMENTS = 1;

/**
 * Whether the newest stack of a workload answers its requests, named by its id. Where nobody asks it anything there is
 * nothing to judge: the analysis is then inconclusive, and the release waits for a person.
 * https://argo-rollouts.readthedocs.io/en/release-1.9/features/analysis/
 */
export class SuccessRate extends AwsObject {
  /** How long an analysis takes that is not cut short. */
  readonly duration: Duration;

  constructor(scope: Construct, id: string, props: SuccessRateProps) {
    super(scope, id);
    const { workspace, workload, percent, measurements = 5 } = props;
    const { initialDelay = Duration.minutes(2), interval = Duration.minutes(1) } = props;
    if (!(percent > 0 && percent <= 100)) this.fail(`percent is ${percent}, above 0 up to 100 is allowed`);
    this.requireRange('measurements', measurements, 1, 100);
    for (const [field, time] of Object.entries({ initialDelay, interval }))
      this.requireRange(field, time.toSeconds(), 60, 3_600, ' s');
    this.duration = Duration.seconds(initialDelay.toSeconds() + (measurements - 1) * interval.toSeconds());
    const { namespace, name } = workload;
    // the Pods of a stack begin with the name of its ReplicaSet, which ends in the hash
    const pods = `namespace="${namespace}",pod=~"${name}-{{args.${REVISION}}}-.+"`;
    const least = percent / 100;

    new AnalysisTemplate(this, 'Resource', {
      metadata: { name: id, namespace },
      spec: {
        args: [{ name: REVISION }],
        metrics: [
          {
            name: 'success-rate',
            initialDelay: `${initialDelay.toSeconds()}s`,
            interval: `${interval.toSeconds()}s`,
            count: Count.fromNumber(measurements),
            failureLimit: FailureLimit.fromNumber(BAD_MEASUREMENTS),
            inconclusiveLimit: InconclusiveLimit.fromNumber(BAD_MEASUREMENTS),
            // neither is true of no result, nor of 0 / 0
            successCondition: `len(result) > 0 && result[0] >= ${least}`,
            failureCondition: `len(result) > 0 && result[0] < ${least}`,
            provider: {
              prometheus: {
                address: workspace.url,
                authentication: { sigv4: { region: this.landing.region } },
                query: `sum(rate(${REQUESTS}{${pods},${STATUS}!~"5.."}[5m])) / sum(rate(${REQUESTS}{${pods}}[5m]))`,
              },
            },
          },
        ],
      },
    });
  }
}
