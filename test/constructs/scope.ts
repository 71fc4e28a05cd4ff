import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Bucket, type BucketProps } from '../../constructs/bucket';
import { Application, PlatformChart } from '../../constructs/platform-chart';
import type { Environment } from '../../environments';
import { loadEnvironments } from '../../lib/environment/load';
import { carriedIn } from '../../lib/kro/carried';
import type { Manifest } from '../../lib/manifests/manifest';
import { schemasOf } from '../../lib/schema/default';
import { collect } from '../../lib/synth/collect';
import { resolveWiring } from '../../lib/wiring/resolve';

/** The environment that tests build for, with some of its values changed. */
export function environment(change: Partial<Environment> = {}): Environment {
  const [production] = loadEnvironments(join(__dirname, '..', '..'), ['production']);
  return { ...production!, ...change };
}

/** A chart at `production/test/chart` to put constructs in. */
export function chart(change: Partial<Environment> = {}): PlatformChart {
  const scope = new Construct(new App(), 'production');
  return new PlatformChart(new Application(scope, 'test', 'For tests'), 'chart', environment(change));
}

/** A bucket that keeps replaced versions for a month. */
export function bucket(scope: PlatformChart, id: string, props: Partial<BucketProps> = {}): Bucket {
  return new Bucket(scope, id, { noncurrentRetention: Duration.days(30), ...props });
}

/** The manifests of a chart, by name. */
export function manifests(scope: PlatformChart): Record<string, Manifest & { spec: Record<string, unknown> }> {
  const objects = collect(scope).flatMap((found) => found.objects);
  return Object.fromEntries(
    objects.map(({ manifest }) => [manifest.metadata.name, manifest as Manifest & { spec: Record<string, unknown> }]),
  );
}

const schemas = schemasOf(join(__dirname, '..', '..', 'imports'));

/** What synth makes of every chart around a construct, late values wired: `Kind name` and the manifest, wrapped ones included. */
export function wired(scope: PlatformChart): Record<string, Manifest & { spec: Record<string, unknown> }> {
  const charts = resolveWiring(collect(scope.node.root), { home: scope.environment, schemas });
  const written = charts.flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
  const all = [...written, ...carriedIn(written).map(({ manifest }) => manifest)];
  return Object.fromEntries(
    all.map((manifest) => [
      `${manifest.kind} ${manifest.metadata.name}`,
      manifest as Manifest & { spec: Record<string, unknown> },
    ]),
  );
}
