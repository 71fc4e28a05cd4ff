import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installedCrds } from '@aws-platform/engine/manifests';
import { loadAll } from 'js-yaml';
import { groupOf, kindKey, type Manifest } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ROOT } from '../repository';

/** A folder with charts as `helm pull --untar --untardir <chart>-<version>` leaves them, from docs/controllers.md. */
export const CHARTS = process.env['HELM_CHARTS'];

interface ChartSource {
  readonly chart?: string;
  readonly targetRevision: string;
  readonly helm?: { readonly releaseName?: string; readonly skipCrds?: boolean; readonly valuesObject?: object };
}

/** A Helm release of an environment's `dist`. */
export interface Release {
  /** Of its Application. */
  readonly name: string;
  readonly project: string;
  readonly namespace: string;
  readonly chart: string;
  readonly version: string;
  readonly source: ChartSource;
  /** Which may be files of a repository, or be added when the chart is published: they are not all rendered here. */
  readonly installsCrds: boolean;
}

export function releasesOf(environment: string): Release[] {
  return readManifests(join(ROOT, 'dist', environment))
    .filter((manifest) => kindKey(manifest) === 'argoproj.io/Application')
    .flatMap((manifest) => {
      const {
        project,
        destination,
        source,
        sources = [],
      } = manifest['spec'] as {
        project: string;
        destination: { namespace: string };
        source?: ChartSource;
        sources?: ChartSource[];
      };
      const own = [source, ...sources].find((one) => one?.chart !== undefined);
      if (!own?.chart) return [];
      const chart = own.chart.split('/').at(-1)!;
      const { name } = manifest.metadata;
      const { namespace } = destination;
      const installsCrds = installedCrds(manifest) !== undefined;
      return { name, project, namespace, chart, version: own.targetRevision, source: own, installsCrds };
    });
}

/** The chart's files, where they are there. */
export function folderOf({ chart, version }: Release): string | undefined {
  const folder = CHARTS && join(CHARTS, `${chart}-${version}`, chart);
  return folder && existsSync(folder) ? folder : undefined;
}

/** As if the cluster had Prometheus' kinds: some charts look for them. */
const MONITORS = ['--api-versions', 'monitoring.coreos.com/v1'];

/** What the chart makes of its values for Kubernetes 1.36, without its tests. */
export function render(release: Release): Manifest[] {
  const { name, namespace, source } = release;
  const args = ['template', source.helm?.releaseName ?? name, folderOf(release)!, '--namespace', namespace];
  const crds = source.helm?.skipCrds ? '--skip-crds' : '--include-crds';
  const { status, stdout, stderr } = spawnSync(
    process.env['HELM'] ?? 'helm',
    [...args, crds, '--kube-version', '1.36.0', '--skip-tests', ...MONITORS, '--values', '-'],
    { input: JSON.stringify(source.helm?.valuesObject ?? {}), encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return (loadAll(stdout) as (Manifest | undefined | null)[])
    .filter((manifest) => manifest !== undefined && manifest !== null)
    .map((manifest) => inNamespace(manifest, namespace));
}

/** Helm says no namespace where a chart does not: the release's is meant. */
function inNamespace(manifest: Manifest, namespace: string): Manifest {
  return { ...manifest, metadata: { ...manifest.metadata, namespace: manifest.metadata.namespace ?? namespace } };
}

/** `apps/Deployment`. */
export function kindOf(manifest: Manifest): string {
  return `${groupOf(manifest)}/${manifest.kind}`;
}
