import type { KindInUse } from './in-use';

/**
 * What kube-state-metrics tells of AWS objects: the names of the metrics behind `aws_object_`, and the labels that only
 * that metric has.
 */
export const OBJECT_METRICS = {
  /** When it was created; every object has it, in seconds since 1970. */
  created: [],
  /** When somebody asked for its deletion; not there before. */
  deleted: [],
  /** 1 where a condition is True, 0 where it is False or Unknown. */
  condition: ['reason', 'type'],
  /** When a certificate ends, in seconds since 1970. */
  certificate_not_after: [],
} as const;

export const OBJECT_METRIC_PREFIX = 'aws_object';

/** Labels of all of them: the last ones come from scraping. */
export const OBJECT_LABELS: readonly string[] = [
  'customresource_group',
  'customresource_kind',
  'customresource_version',
  'name',
  'namespace',
  'cluster',
  'container',
  'endpoint',
  'instance',
  'job',
  'pod',
  'service',
];

/** What is wrong with a query's use of one of these metrics; undefined where nothing is. */
export function objectMetricProblem(metric: string, labels: readonly string[]): string | undefined {
  if (!metric.startsWith(`${OBJECT_METRIC_PREFIX}_`)) return undefined;
  const name = metric.slice(OBJECT_METRIC_PREFIX.length + 1);
  const own: readonly string[] | undefined = OBJECT_METRICS[name as keyof typeof OBJECT_METRICS];
  if (!own)
    return `reads ${metric}, which nothing makes: only ${Object.keys(OBJECT_METRICS)
      .map((one) => `${OBJECT_METRIC_PREFIX}_${one}`)
      .join(', ')} are there`;
  const allowed = [...own, ...OBJECT_LABELS];
  const unknown = labels.find((label) => !allowed.includes(label));
  return unknown && `${metric} has no label '${unknown}', only ${allowed.join(', ')}`;
}

const AWS_GROUP = /(?:^|\.)(?:services\.k8s\.aws|aws\.m\.upbound\.io)$/;

/** The kinds of ACK and Crossplane among those in use: what they make is in AWS. */
export function awsKinds(kinds: readonly KindInUse[]): KindInUse[] {
  return kinds.filter(({ group }) => AWS_GROUP.test(group) && group !== 'aws.m.upbound.io');
}

/**
 * The configuration of kube-state-metrics' custom resource state for these kinds:
 * https://github.com/kubernetes/kube-state-metrics/blob/v2.20.0/docs/metrics/extend/customresourcestate-metrics.md
 */
export function objectMetricsOf(kinds: readonly KindInUse[]): object {
  return {
    kind: 'CustomResourceStateMetrics',
    spec: {
      resources: kinds.map(({ group, version, kind, plural }) => ({
        groupVersionKind: { group, version, kind },
        resourcePlural: plural,
        metricNamePrefix: OBJECT_METRIC_PREFIX,
        labelsFromPath: { name: ['metadata', 'name'], namespace: ['metadata', 'namespace'] },
        metrics: [
          gauge('created', 'When the object was created', ['metadata', 'creationTimestamp']),
          gauge('deleted', 'When deletion was asked for', ['metadata', 'deletionTimestamp']),
          {
            name: 'condition' satisfies Name,
            help: 'Whether a condition of the object is True',
            ...QUIET,
            each: {
              type: 'Gauge',
              gauge: {
                path: ['status', 'conditions'],
                labelsFromPath: { type: ['type'], reason: ['reason'] },
                valueFrom: ['status'],
              },
            },
          },
          ...(group === 'acm.services.k8s.aws'
            ? [gauge('certificate_not_after', 'When the certificate ends', ['status', 'notAfter'])]
            : []),
        ],
      })),
    },
  };
}

/** A field that is not there is no error: kube-state-metrics would write a line for every object and scrape. */
const QUIET = { errorLogV: 5 };

type Name = keyof typeof OBJECT_METRICS;

function gauge(name: Name, help: string, path: readonly string[]): object {
  return { name, help, ...QUIET, each: { type: 'Gauge', gauge: { path } } };
}
