import { join } from 'node:path';
import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { InputError, isSystemError } from '../errors';
import { instanceSchemasOf, isResourceGraph } from '../kro';
import type { SynthChart } from '../manifests';
import { type EnvironmentIdentity, homeOf } from '../platform';
import { firstOf, type SchemaStore, schemasOf } from '../schema';
import { resolveWiring } from '../wiring';
import { collect } from './collect';
import { inUse, readUpstreamReleases, type UpstreamReleases } from './in-use';
import { writeSyncWaves } from './order';
import { releaseMemory, releaseMuchMemory } from './release-memory';
import { renderChart, type SynthFile } from './render';
import type { Synthesis } from './synthesis';
import { treeOf } from './tree';
import { requireUnique } from './unique';
import { requireNoFindings, requireValid } from './valid';

export interface SynthesizeOptions<E extends EnvironmentIdentity> {
  /** The repository. */
  readonly root: string;
  readonly environments: readonly E[];
  /** Told of policies that the charts break. @default nobody is */
  readonly onBroken?: (policy: string) => void;
}

/**
 * The files of environments, one environment after the other, so that memory holds one at a time. Throws `InputError`.
 */
export function* synthesize<E extends EnvironmentIdentity>(
  synthesis: Synthesis<E>,
  { root, environments, onBroken = () => undefined }: SynthesizeOptions<E>,
): Generator<SynthFile> {
  const imports = join(root, 'imports');
  const known = { root, schemas: schemasOf({ imports }), releases: readUpstreamReleases(root, imports) };
  for (const environment of environments) {
    releaseMemory();
    for (const chart of synthesizeOne(synthesis, environment, { known, onBroken })) {
      releaseMuchMemory();
      yield renderChart(chart);
    }
  }
}

/** Where the repository is, and what its `imports/` and `cdk8s.yaml` say of custom kinds. */
interface Known {
  readonly root: string;
  readonly schemas: SchemaStore;
  readonly releases: UpstreamReleases;
}

/** An environment's charts, and the schemas of all their kinds: kro's graphs among them make kinds of their own. */
interface Rendered {
  readonly charts: readonly SynthChart[];
  readonly schemas: SchemaStore;
}

function synthesizeOne<E extends EnvironmentIdentity>(
  synthesis: Synthesis<E>,
  environment: E,
  { known, onBroken }: { readonly known: Known; readonly onBroken: (policy: string) => void },
): readonly SynthChart[] {
  const { charts, schemas } = renderCharts(synthesis, environment, known);
  releaseMemory();
  requireUnique(charts, environment);
  const tree = treeOf(charts, homeOf(environment), schemas);
  writeSyncWaves(tree);
  releaseMuchMemory();
  requireValid(charts, schemas);
  requireNoFindings(charts, { tree, onBroken });
  return charts;
}

/** The constructs live no longer than this: they take more memory than the manifests that come of them. */
function renderCharts<E extends EnvironmentIdentity>(
  { platform, charts: makeCharts, derive, arrange, sync }: Synthesis<E>,
  environment: E,
  { root, schemas: imported, releases }: Known,
): Rendered {
  const scope = new Construct(new App(), environment.name);
  constructing(() => makeCharts(scope, environment));
  const kindsGroup = `wiring.${platform.domain}`;
  const wired = resolveWiring(collect(scope), { home: environment, schemas: imported, kindsGroup });
  releaseMuchMemory();
  const schemas = withInstanceSchemas(wired, imported);
  const derived = constructing(() => derive?.(scope, environment, inUse(wired, schemas, releases)) ?? []);
  const made = [...wired, ...derived.flatMap((chart) => collect(chart))];
  const charts = arrange?.(made, environment) ?? made;
  const syncing = constructing(() => sync?.(scope, environment, { charts, root }));
  return { charts: syncing ? [...charts, ...collect(syncing)] : charts, schemas };
}

/** The kinds that kro makes of the charts' graphs have schemas too. */
function withInstanceSchemas(charts: readonly SynthChart[], schemas: SchemaStore): SchemaStore {
  const graphs = charts.flatMap(({ objects }) => objects.map(({ manifest }) => manifest)).filter(isResourceGraph);
  return graphs.length > 0 ? firstOf(instanceSchemasOf(graphs), schemas) : schemas;
}

/** Charts are the user's: what they throw is a mistake in them, and a name that is not there is told as one. */
function constructing<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError || error instanceof ReferenceError || isSystemError(error)) throw error;
    if (!(error instanceof Error)) throw new InputError(`the charts: ${String(error)}`);
    if (error.constructor === Error) throw new InputError(error.message.split('\n'));
    throw new InputError(`the charts: ${error.name}: ${error.message}${placeOf(error)}; npx tsc --noEmit may say more`);
  }
}

/** The constructor that threw; files and lines are those of a bundle. */
function placeOf({ stack = '' }: Error): string {
  const [, name] = /^\s+at new (\w+)/m.exec(stack) ?? [];
  return name === undefined ? '' : ` (in ${name})`;
}
