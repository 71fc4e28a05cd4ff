import { join } from 'node:path';
import { App, type Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { landingOf } from '../../charts/landing';
import { PlatformApplication } from '../../charts/platform-application';
import { PlatformChart } from '../../charts/platform-chart';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { Landing } from '../../constructs/core/landing';
import { LambdaFunction, type LambdaFunctionProps } from '../../constructs/lambda/function';
import { Bucket, type BucketProps } from '../../constructs/s3/bucket';
import { Queue } from '../../constructs/sqs/queue';
import type { Environment } from '../../environments';
import { kroObjectsIn } from '../../packages/engine/src/kro/objects';
import type { Manifest } from '../../packages/engine/src/manifests/manifest';
import { schemasOf } from '../../packages/engine/src/schema/default';
import { collect } from '../../packages/engine/src/synth/collect';
import { resolveWiring } from '../../packages/engine/src/wiring/resolve';
import { ENVIRONMENT } from '../fixtures/environment';

/** The environment that tests build for, with some of its values changed. */
export function environment(change: Partial<Environment> = {}): Environment {
  return { ...structuredClone(ENVIRONMENT), ...change };
}

/** A chart at `production/test/chart` to put constructs in. */
export function chart(change: Partial<Environment> = {}): PlatformChart {
  const scope = new Construct(new App(), 'production');
  const here = environment(change);
  const made = new PlatformChart(new PlatformApplication(scope, 'test', 'For tests'), 'chart', here);
  // whatever this platform is called
  Landing.provide(made, { ...landingOf(here), domain: 'platform.company.com' });
  return made;
}

/** A bucket that keeps replaced versions for a month. */
export function bucket(scope: PlatformChart, id: string, props: Partial<BucketProps> = {}): Bucket {
  return new Bucket(scope, id, { noncurrentRetention: Duration.days(30), ...props });
}

/** A function of 30 s, with a log group and a queue for what fails that are made with the first one. */
export function lambdaFunction(
  scope: PlatformChart,
  id = 'worker',
  change: Partial<LambdaFunctionProps> = {},
): LambdaFunction {
  const once = <T>(name: string, make: () => T) => (scope.node.tryFindChild(name) as T | undefined) ?? make();
  return new LambdaFunction(scope, id, {
    description: 'Works',
    runtime: 'nodejs24.x',
    handler: 'index.handler',
    code: { bucketName: 'artifacts', key: 'functions/worker/1.zip', sha256: `${'a'.repeat(43)}=` },
    timeout: Duration.seconds(30),
    memoryMb: 256,
    logGroup: once('functions', () => new LogGroup(scope, 'functions', { retentionDays: 14 })),
    failures: once('failed', () => new Queue(scope, 'failed')),
    ...change,
  });
}

/** The manifests of a chart, by name. */
export function manifests(scope: Chart): Record<string, Manifest & { spec: Record<string, unknown> }> {
  const objects = collect(scope).flatMap((found) => found.objects);
  return Object.fromEntries(
    objects.map(({ manifest }) => [manifest.metadata.name, manifest as Manifest & { spec: Record<string, unknown> }]),
  );
}

const schemas = schemasOf({ imports: join(__dirname, '..', '..', 'imports') });

/**
 * What synth makes of every chart around a construct, late values wired: `Kind name` and the manifest, wrapped ones
 * included.
 */
export function wired(scope: PlatformChart): Record<string, Manifest & { spec: Record<string, unknown> }> {
  const charts = resolveWiring(collect(scope.node.root), {
    home: scope.environment,
    schemas,
    kindsGroup: 'wiring.platform.example.com',
  });
  const written = charts.flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
  const all = [...written, ...kroObjectsIn(written).map(({ manifest }) => manifest)];
  return Object.fromEntries(
    all.map((manifest) => [
      `${manifest.kind} ${manifest.metadata.name}`,
      manifest as Manifest & { spec: Record<string, unknown> },
    ]),
  );
}
