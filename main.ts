import { basename, join } from 'node:path';
import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { argocd } from './argocd';
import { CONTROLLERS_WAVE } from './argocd/applications';
import { type ApplicationFolder, ARGOCD, type HeldKind } from './argocd/folder';
import { CONTROLLERS, platform } from './charts';
import { controllers } from './charts/controllers';
import { pendingIn } from './charts/pending';
import { Application, type PlatformChart } from './constructs/platform-chart';
import type { Environment } from './environments';
import { factsOf } from './lib/environment/facts';
import { loadEnvironments } from './lib/environment/load';
import { InputError } from './lib/errors';
import { schemasOfGraphs } from './lib/kro/crd';
import { isGraph } from './lib/kro/graph';
import { groupBy } from './lib/lists';
import { SYNC_WAVE } from './lib/manifests/annotations';
import { groupOf, kindKey, type Manifest } from './lib/manifests/manifest';
import { schemasOf } from './lib/schema/default';
import { firstOf, type SchemaStore } from './lib/schema/store';
import { collect, type SynthChart } from './lib/synth/collect';
import { inUse, type Releases, readReleases } from './lib/synth/in-use';
import { moveTo } from './lib/synth/move';
import { writeSyncWaves } from './lib/synth/order';
import { releaseMemory, releaseMuchMemory } from './lib/synth/release-memory';
import { renderChart, type SynthFile } from './lib/synth/render';
import { treeOf } from './lib/synth/tree';
import { requireUnique } from './lib/synth/unique';
import { requireSound, requireValid } from './lib/synth/valid';
import { writeDist } from './lib/synth/write';
import { resolveWiring } from './lib/wiring/resolve';

/**
 * Synthesizes environments one after the other, so that memory holds one at a time. Throws `InputError`. Policies that
 * the charts break are told to `onBroken`.
 */
export function* synthesize(
  root: string,
  environments: readonly Environment[],
  onBroken: (policy: string) => void = () => undefined,
): Generator<SynthFile> {
  const imports = join(root, 'imports');
  const known = { root, schemas: schemasOf(imports), releases: readReleases(root, imports) };
  for (const environment of environments) {
    releaseMemory();
    for (const chart of synthesizeOne(environment, known, onBroken)) {
      releaseMuchMemory();
      yield renderChart(chart);
    }
  }
}

/** Where the repository is, and what its `imports/` and `cdk8s.yaml` say of custom kinds. */
interface Known {
  readonly root: string;
  readonly schemas: SchemaStore;
  readonly releases: Releases;
}

/** An environment's charts, and the schemas of all their kinds: kro's graphs among them make kinds of their own. */
interface Rendered {
  readonly charts: SynthChart[];
  readonly schemas: SchemaStore;
}

function synthesizeOne(environment: Environment, known: Known, onBroken: (policy: string) => void): SynthChart[] {
  const { charts, schemas } = renderCharts(environment, known);
  releaseMemory();
  requireUnique(charts, environment);
  const tree = treeOf(charts, factsOf(environment, pendingIn(environment)), schemas);
  writeSyncWaves(tree);
  releaseMuchMemory();
  requireValid(charts, schemas);
  requireSound(charts, { tree, onBroken });
  return charts;
}

/** The constructs live no longer than this: they take more memory than the manifests that come of them. */
function renderCharts(environment: Environment, known: Known): Rendered {
  const { root, releases } = known;
  const scope = new Construct(new App(), environment.name);
  construct(() => platform(scope, environment));
  const applications = scope.node.children.filter((child) => child instanceof Application);
  const wired = resolveWiring(collect(scope), { home: environment, schemas: known.schemas });
  releaseMuchMemory();
  const schemas = withGraphKinds(wired, known.schemas);
  const made = [...wired, ...deriveControllers(applications, environment, inUse(wired, schemas, releases))];
  const charts = environment.argocd.managedBy ? atHub(made) : made;
  const folders = applications.map((application) => describe(application, charts));
  construct(() => argocd(scope, environment, folders, root));
  return { charts: [...charts, ...collect(scope.node.findChild(ARGOCD))], schemas };
}

/**
 * An Application of Helm's is read by the Argo CD that syncs it, so of a managed environment the hub gets it. It comes with
 * `controllers`, which makes the namespaces.
 */
function atHub(charts: readonly SynthChart[]): SynthChart[] {
  return moveTo(ARGOCD, charts, (manifest) => {
    const isApplication = kindKey(manifest) === 'argoproj.io/Application';
    if (isApplication)
      (manifest.metadata as { annotations?: Record<string, string> }).annotations = {
        ...manifest.metadata.annotations,
        [SYNC_WAVE]: CONTROLLERS_WAVE,
      };
    return isApplication || kindKey(manifest) === 'argoproj.io/AppProject';
  });
}

/** They stand in an application that has charts of its own. */
function deriveControllers(
  applications: readonly Application[],
  environment: Environment,
  used: ReturnType<typeof inUse>,
): SynthChart[] {
  const application = applications.find(({ node }) => node.id === CONTROLLERS)!;
  let derived: readonly PlatformChart[] = [];
  construct(() => {
    derived = controllers(application, environment, used);
  });
  return derived.flatMap((chart) => collect(chart));
}

/** The kinds that kro makes of the charts' graphs have schemas too. */
function withGraphKinds(charts: readonly SynthChart[], schemas: SchemaStore): SchemaStore {
  const graphs = charts.flatMap(({ objects }) => objects.map(({ manifest }) => manifest)).filter(isGraph);
  return graphs.length > 0 ? firstOf(schemasOfGraphs(graphs), schemas) : schemas;
}

/** What a construct refuses is the user's mistake; any other error is a defect and keeps its stack. */
function construct(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) throw new InputError(error.message);
    throw error;
  }
}

function describe({ node, description }: Application, charts: readonly SynthChart[]): ApplicationFolder {
  const own = charts.filter(({ path }) => path.startsWith(`${node.path}/`));
  const manifests = own.flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
  const byKind = groupBy(manifests, (manifest) => `${kindKey(manifest)} ${manifest.metadata.namespace}`);
  const kinds = [...byKind.values()].map((alike): HeldKind => {
    const [first] = alike as [Manifest, ...Manifest[]];
    const { kind, metadata } = first;
    return {
      group: groupOf(first),
      kind,
      namespace: metadata.namespace,
      specs: alike.map((manifest) => manifest['spec']),
    };
  });
  return { name: node.id, description, kinds };
}

// when it is the program: cdk8s.yaml's `app`, to which the stock cdk8s CLI says where to write
if (basename(process.argv[1] ?? '') === 'main.ts') {
  const environments = loadEnvironments(process.cwd());
  writeDist(process.env['CDK8S_OUTDIR'] ?? 'dist', synthesize(process.cwd(), environments));
}
