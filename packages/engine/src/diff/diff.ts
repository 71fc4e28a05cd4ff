import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors';
import { engineFolder } from '../files';
import { documentsOf, isManifest, type Manifest, readSources } from '../manifests';
import type { Change, Remark } from '../plan';
import { plan } from '../plan';
import type { EnvironmentIdentity } from '../platform';
import type { SchemaStore } from '../schema';
import { type Cluster, clusterOf, requireCluster } from './cluster';
import { ignoredDifferencesOf } from './ignored-differences';
import { type Connection, explained, Kubectl } from './kubectl';
import { filesOf, readLiveAndMerged } from './live-and-merged';
import { missingKinds, reportsMissingKind } from './missing-kinds';
import { objectsToPrune } from './objects-to-prune';

/** What the cluster has otherwise than dist. */
export interface Diff {
  readonly environment: string;
  readonly cluster: Cluster;
  /** In their order. */
  readonly applications: readonly ApplicationDiff[];
  /** What a sync would do, by application, the gravest first: `from` is in the cluster, `to` is what it would store. */
  readonly changes: readonly Change[];
  readonly remarks: readonly Remark[];
}

export interface ApplicationDiff {
  readonly name: string;
  /** Objects that dist has. */
  readonly objects: number;
  readonly differences: number;
}

export interface DiffOptions {
  readonly connection: Connection;
  readonly environment: EnvironmentIdentity;
  /** Its folder in dist. */
  readonly folder: string;
  /** Folders in there. @default all */
  readonly applications?: readonly string[];
  /** Compare although the cluster is not the environment's. @default false */
  readonly anyCluster?: boolean;
  readonly schemas: SchemaStore;
  /** Called after each application with how many are done, and of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** What is known once the cluster was found. */
interface Comparing extends DiffOptions {
  readonly kubectl: Kubectl;
  readonly cluster: Cluster;
  readonly applications: readonly string[];
}

/** Argo CD's, so that what it owns and dist no longer sets is seen to go: common/common.go, ArgoCDSSAManager. */
export const FIELD_MANAGER = 'argocd-controller';

/**
 * So many kubectl at once, with so many requests each. For 950 objects and a cluster 40 ms away, one after the other
 * takes over 150 s, four kubectl 68 s, with four requests each 49 s; twice as many kubectl gain little more.
 */
const PROCESSES = 4;
const REQUESTS = 4;

/**
 * What a sync of dist would change in the cluster, told by the API server itself: a server-side apply of every object,
 * as a dry run, as Argo CD does it. Fields that others own are theirs. Throws `InputError` for everything that keeps it
 * from being told.
 */
export async function diff(options: DiffOptions): Promise<Diff> {
  const { connection, environment, folder, anyCluster = false } = options;
  const applications = applicationsIn(folder, options.applications ?? []);
  const cluster = await clusterOf(connection);
  const kubectl = new Kubectl(connection);
  // says at once, and once, when the server cannot be reached or does not know who asks
  await kubectl.read(['version', '--output', 'json']);
  if (!anyCluster) await requireCluster(kubectl, cluster, environment);
  return compare({ ...options, kubectl, cluster, applications });
}

async function compare(options: Comparing): Promise<Diff> {
  const { environment, folder, applications, kubectl } = options;
  const dist = manifestsBelow(folder);
  const overlooked = ignoredDifferencesOf(dist);
  const printed = await printedSides(options, dist);
  const present = applications.flatMap((application, position) =>
    readLiveAndMerged(application, printed[position]!, overlooked),
  );
  const left = await objectsToPrune(kubectl, { environment: environment.name, applications, dist, overlooked });
  const sides = [...present, ...left.sides];
  const { changes, summary } = plan(
    filesOf(environment.name, sides, 'live'),
    filesOf(environment.name, sides, 'merged'),
    {
      schemas: options.schemas,
      // whether a change was meant is the question of its review
      acknowledged: () => [],
      today: new Date().toISOString().slice(0, 10),
    },
  );
  return {
    environment: environment.name,
    cluster: options.cluster,
    applications: applications.map((name) => ({
      name,
      objects: present.filter(({ application }) => application === name).length,
      differences: changes.filter(({ application }) => application === name).length,
    })),
    changes: applications.flatMap((name) => changes.filter(({ application }) => application === name)),
    remarks: [...summary.remarks, ...unknownLeftovers(environment.name, left.unknown)],
  };
}

function unknownLeftovers(environment: string, unknown: string | undefined): Remark[] {
  if (unknown === undefined) return [];
  return [{ environment, object: 'Applications', message: `what Argo CD would prune is not known: ${unknown}` }];
}

/** What the program printed for each application. Says everything that went wrong at once. */
async function printedSides(options: Comparing, dist: readonly Manifest[]): Promise<string[]> {
  const { kubectl, applications, folder, onProgress } = options;
  const programs = join(engineFolder(), 'bin');
  const answers = new Map<string, Awaited<ReturnType<Kubectl['run']>>>();
  const waiting = [...applications];
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const flags = [
        '--server-side',
        '--force-conflicts',
        `--field-manager=${FIELD_MANAGER}`,
        `--concurrency=${REQUESTS}`,
      ];
      const env = { KUBECTL_EXTERNAL_DIFF: 'kubectl-diff-sides.js' };
      const args = ['diff', ...flags, '--recursive', '--filename', join(folder, name)];
      answers.set(name, await kubectl.run(args, { env, programs }));
      onProgress?.(answers.size, applications.length);
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));

  const failed = applications.filter((name) => answers.get(name)!.status !== 0);
  if (failed.length > 0) throw new InputError(await problems(failed, answers, options, dist));
  return applications.map((name) => answers.get(name)!.stdout);
}

async function problems(
  failed: readonly string[],
  answers: ReadonlyMap<string, { readonly stderr: string }>,
  { kubectl, applications, folder }: Comparing,
  dist: readonly Manifest[],
): Promise<string[]> {
  const isMissing = (name: string) => reportsMissingKind(answers.get(name)!.stderr);
  const kinds = failed.some(isMissing)
    ? await missingKinds(
        kubectl,
        applications.flatMap((name) => manifestsBelow(join(folder, name))),
        dist,
      )
    : [];
  const others = failed
    .filter((name) => !isMissing(name))
    .map((name) => `${name}: ${explained(answers.get(name)!.stderr)}`);
  return [...kinds, ...others];
}

function manifestsBelow(folder: string): Manifest[] {
  const documents = readSources([folder], () => Buffer.alloc(0)).flatMap(documentsOf);
  return documents.map(({ file, value, problem }) => {
    if (isManifest(value)) return value;
    throw new InputError(`${file}: ${problem?.message ?? 'no manifest'}; platform validate says more`);
  });
}

/** Those that are named, in the folder's order; all of them where none is. */
function applicationsIn(folder: string, names: readonly string[]): string[] {
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  if (all.length === 0) throw new InputError(`${folder}: no applications in it; npm run synth writes them`);
  for (const name of names)
    if (!all.includes(name)) throw new InputError(`unknown application '${name}': allowed are ${all.join(', ')}`);
  return names.length === 0 ? all : all.filter((name) => names.includes(name));
}
