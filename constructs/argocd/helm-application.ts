import { installsCrds, SYNC_WAVE } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import {
  Application,
  type ApplicationSpecIgnoreDifferences,
  type ApplicationSpecSource,
  type ApplicationSpecSources,
} from '../../imports/argoproj.io';
import { NEVER_PRUNED } from '../core/annotations';
import { Landing } from '../core/landing';
import { PlatformObject } from '../core/platform-object';
import type { MetricsAccess } from '../prometheus/metrics-access';
import type { HelmProject } from './helm-project';
import { ARGOCD_NAMESPACE, argocdName, destinationOf } from './names';

/** A chart at one release. */
export interface HelmChart {
  /** An https URL, or for an OCI registry its address without a scheme: `public.ecr.aws/karpenter`. */
  readonly repository: string;
  readonly name: string;
  /** Exactly one version: `1.6.1`. */
  readonly version: string;
}

/**
 * Who installs the CRDs of a chart's kinds: each CRD has one owner (https://github.com/argoproj/argo-cd/issues/18417).
 */
export type ChartCrds =
  | {
      readonly from: 'chart';
      /** The groups, or the names of single CRDs, that the chart or its program brings. */
      readonly installs: readonly string[];
    }
  | {
      /**
       * The chart would bring CRDs that another brings as well: these files of a repository are installed in their
       * place.
       */
      readonly from: 'git';
      readonly installs: readonly string[];
      /** `https://github.com/owner/name`. */
      readonly repository: string;
      /** A release's tag. */
      readonly revision: string;
      readonly folder: string;
      /** Which files of the folder, as a glob. */
      readonly include: string;
    }
  /** Another Application does. */
  | { readonly from: 'elsewhere' }
  /** The chart's kinds are not used: nothing in the cluster waits for its program. */
  | { readonly from: 'nobody' };

export interface HelmApplicationProps<Values extends object> {
  readonly project: HelmProject;
  readonly chart: HelmChart;
  /** Of the chart's own objects; it has to exist. */
  readonly namespace: string;
  /** As the chart's values file has them, each chart with a type of its own. */
  readonly values: Values;
  readonly crds: ChartCrds;
  /** How its metrics are reached, or why they are not: what nobody watches fails unseen. */
  readonly metrics: MetricsAccess;
  /** The first part of the names of what the chart makes. @default the id */
  readonly release?: string;
  /** Argo CD's wave among the objects of its chart. @default derived from references */
  readonly wave?: number;
  /** Fields that others write: they are neither compared nor applied. Name fields, not kinds. @default none */
  readonly ignoreDifferences?: readonly ApplicationSpecIgnoreDifferences[];
}

/** https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ */
const SYNC_OPTIONS = [
  // CRDs exceed what client-side apply can keep in an annotation
  'ServerSideApply=true',
  'PrunePropagationPolicy=background',
  'PruneLast=true',
  // two releases that own one object would fight over it
  'FailOnSharedResource=true',
  'ApplyOutOfSyncOnly=true',
];

const RETRY = { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } };

/** https://helm.sh/docs/chart_template_guide/getting_started/: names of Kubernetes, and room for what charts add. */
const RELEASE = /^[a-z0-9](?:[a-z0-9-]{0,51}[a-z0-9])?$/;
/** https://semver.org: with a `v` where the chart's own versions have it. */
const EXACT = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
const HTTPS = /^https:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[\w.~-]+)*$/;
const OCI = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/[a-z0-9._-]+)*$/;

/**
 * A Helm release that Argo CD installs, named by its id. A program whose kinds have objects must outlive them, or they
 * hang on finalizers that nobody removes: its Application is never pruned, deleting it leaves everything in place, and
 * taking it away is a person's act (docs/controllers.md). Only one whose kinds nobody uses goes with its manifest.
 */
export class HelmApplication<Values extends object> extends PlatformObject {
  readonly namespace: string;
  readonly metrics: MetricsAccess;

  constructor(scope: Construct, id: string, props: HelmApplicationProps<Values>) {
    super(scope, id);
    const { project, chart, namespace, values, crds, release = id, wave, ignoreDifferences = [] } = props;
    this.check(chart, release, values);
    this.namespace = namespace;
    this.metrics = props.metrics;
    const landing = Landing.of(this);
    const isFreeToGo = crds.from === 'nobody';
    const helm: ApplicationSpecSource = {
      repoUrl: chart.repository,
      chart: chart.name,
      targetRevision: chart.version,
      helm: { releaseName: release, valuesObject: values, ...(crds.from !== 'chart' && { skipCrds: true }) },
    };
    project.allow(chart.repository, namespace);
    new Application(this, 'Resource', {
      metadata: {
        name: argocdName(landing, id),
        namespace: ARGOCD_NAMESPACE,
        annotations: {
          'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
          ...(!isFreeToGo && NEVER_PRUNED),
          ...('installs' in crds && installsCrds(landing.domain, this.installed(crds.installs))),
          ...(wave !== undefined && { [SYNC_WAVE]: String(wave) }),
        },
        ...(isFreeToGo && { finalizers: ['resources-finalizer.argocd.argoproj.io/background'] }),
      },
      spec: {
        project: project.name,
        ...(crds.from === 'git' ? { sources: [helm, this.files(crds, project, namespace)] } : { source: helm }),
        destination: { ...destinationOf(landing), namespace },
        syncPolicy: {
          // a CRD takes every object of its kind along: pruning one that a release no longer has is a person's act
          automated: { prune: !('installs' in crds), selfHeal: true },
          syncOptions: [...SYNC_OPTIONS, ...(ignoreDifferences.length > 0 ? ['RespectIgnoreDifferences=true'] : [])],
          retry: RETRY,
        },
        ...(ignoreDifferences.length > 0 && { ignoreDifferences: [...ignoreDifferences] }),
        revisionHistoryLimit: 10,
      },
    });
  }

  private files(
    { repository, revision, folder, include }: Extract<ChartCrds, { from: 'git' }>,
    project: HelmProject,
    namespace: string,
  ): ApplicationSpecSources {
    if (!HTTPS.test(repository)) this.fail(`repository '${repository}' is no https URL`);
    this.requireExact(revision, 'revision');
    project.allow(repository, namespace);
    return { repoUrl: repository, targetRevision: revision, path: folder, directory: { include } };
  }

  private installed(crds: readonly string[]): readonly string[] {
    if (crds.length === 0) this.fail("crds.installs is empty, which only 'elsewhere' and 'nobody' are");
    for (const name of crds)
      if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name))
        this.fail(`crds.installs has '${name}', allowed are groups and names of CRDs: queues.sqs.services.k8s.aws`);
    return crds;
  }

  private check({ repository, version }: HelmChart, release: string, values: object): void {
    if (!HTTPS.test(repository) && !OCI.test(repository))
      this.fail(
        `repository '${repository}' is not allowed, only an https URL, or the address of an OCI registry without oci://`,
      );
    this.requireExact(version, 'version');
    if (!RELEASE.test(release))
      this.fail(`release '${release}' is not allowed, only 1 to 53 lower-case letters, digits and hyphens`);
    for (const path of emptyIn(values, 'values'))
      this.fail(`${path} is empty: leave it out, or Helm takes it for null`);
  }

  private requireExact(version: string, field: string): void {
    if (!EXACT.test(version)) this.fail(`${field} '${version}' is not exact, allowed is one like 1.6.1`);
  }
}

/** What is neither a value nor left out: Helm deletes a chart's own default for null. */
function* emptyIn(value: unknown, path: string): Generator<string> {
  if (value === null || value === undefined || Number.isNaN(value)) yield path;
  else if (typeof value === 'object')
    for (const [key, part] of Object.entries(value)) yield* emptyIn(part, `${path}.${key}`);
}
