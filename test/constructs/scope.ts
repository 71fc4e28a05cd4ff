import { join } from 'node:path';
import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { Application, PlatformChart } from '../../constructs/platform-chart';
import type { Environment } from '../../environments';
import { loadEnvironments } from '../../lib/environment/load';
import type { Manifest } from '../../lib/manifests/manifest';
import { collect } from '../../lib/synth/collect';

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

/** The manifests of a chart, by name. */
export function manifests(scope: PlatformChart): Record<string, Manifest & { spec: Record<string, unknown> }> {
  const objects = collect(scope).flatMap((found) => found.objects);
  return Object.fromEntries(
    objects.map(({ manifest }) => [manifest.metadata.name, manifest as Manifest & { spec: Record<string, unknown> }]),
  );
}
