import type { Place } from '../aws';
import { instanceSchemasOf, resourceGraphsAmong } from '../kro';
import type { Manifest } from '../manifests';
import { read } from '../manifests';
import { familyOfGroup } from '../references';
import { guessHome } from '../relations';
import { firstOf, type SchemaStore } from '../schema';
import { planPair } from './effects/change';
import type { ReferenceLookup } from './effects/references';
import { hasOption, type RemovalContext } from './effects/removal';
import type { Change } from './model';
import { compareEnvironment, environmentsOf, type Pair, type PlanObject } from './objects';
import { isResourceGraphDoc } from './resource-graphs';
import { type Doc, readSides } from './source/documents';
import type { ManifestFiles } from './source/files';

/** Something that could not be judged, or that a reviewer has to know besides the changes. */
export interface Remark {
  readonly environment: string;
  /** `sqs.services.k8s.aws/Queue aws/orders`, or a file. */
  readonly object: string;
  readonly message: string;
}

/** An environment, its changes, and the objects that they are about. */
export interface EnvironmentPlan {
  readonly name: string;
  readonly changes: readonly { readonly change: Change; readonly pair: Pair }[];
  readonly base: readonly Doc[];
  readonly head: readonly Doc[];
  readonly remarks: readonly Remark[];
}

/** What a change does to every object, environment by environment. Throws `InputError` for what cannot be read. */
export function planEnvironments(base: ManifestFiles, head: ManifestFiles, schemas: SchemaStore): EnvironmentPlan[] {
  const sides = readSides(base, head);
  return environmentsOf(sides.base, sides.head).map((name) =>
    planEnvironment(name, sides.base.get(name) ?? [], sides.head.get(name) ?? [], schemas),
  );
}

function planEnvironment(
  name: string,
  base: readonly Doc[],
  head: readonly Doc[],
  known: SchemaStore,
): EnvironmentPlan {
  const { pairs, twice, moved } = compareEnvironment(base, head);
  const schemas = withInstanceSchemas(pairs, head, known);
  const removal = removalContext(base, head);
  const around = referenceLookup(base, head);
  const remarks: Remark[] = [
    ...twice.map(({ object, other }) => ({
      environment: name,
      object: object.doc.key,
      message: `stands twice, in ${object.doc.file.shown} and ${other.file.shown}: which of both is applied is not known`,
    })),
    ...moved.map(({ from, to }) => ({
      environment: name,
      object: to.key,
      message: `moves unchanged from application ${from.application} to ${to.application}: Argo CD of the one may prune it before that of the other applies it again, unless it is never pruned`,
    })),
  ];
  const changes = pairs.flatMap((pair) => {
    const planned = planPair(pair, { schemas, removal, references: around });
    if (!planned) return [];
    if (planned.isUnknownKind)
      remarks.push({
        environment: name,
        object: pair.key,
        message: 'no schema describes this kind: whether the Kubernetes API takes it could not be judged',
      });
    return [{ change: planned.change, pair }];
  });
  return { name, changes, base, head, remarks: [...remarks, ...controllerRemarks(name, base, head)] };
}

/**
 * A controller may do in AWS what the kinds in use need (docs/bootstrap.md): a first object or a last one changes its
 * role.
 */
function controllerRemarks(environment: string, base: readonly Doc[], head: readonly Doc[]): Remark[] {
  // an environment that comes or goes as a whole has a bootstrap of its own
  if (base.length === 0 || head.length === 0) return [];
  const [before, after] = [awsKinds(base), awsKinds(head)];
  const say = (kind: string, message: string): Remark => ({ environment, object: kind, message });
  return [
    ...[...after]
      .filter((kind) => !before.has(kind))
      .map((kind) =>
        say(
          kind,
          'is used for the first time: the role of its controller needs more rights (npm run iam), so the bootstrap is deployed before the merge',
        ),
      ),
    ...[...before]
      .filter((kind) => !after.has(kind))
      .map((kind) =>
        say(
          kind,
          'is no longer used: the role of its controller loses rights with the next deployment of the bootstrap, which it needs until the last object is gone',
        ),
      ),
  ];
}

/** Those that stand in files themselves; what graphs hold is found by its text. */
function awsKinds(docs: readonly Doc[]): Set<string> {
  const kinds = new Set<string>();
  const add = (apiVersion: string, kind: string) => {
    const group = apiVersion.split('/')[0]!;
    if (familyOfGroup(group) !== 'kubernetes' && !group.startsWith('aws.m.')) kinds.add(`${group}/${kind}`);
  };
  for (const doc of docs) {
    const { apiVersion, kind } = doc.identity;
    add(apiVersion, kind);
    if (isResourceGraphDoc(doc)) for (const [, made, of] of doc.text.matchAll(TEMPLATE)) add(made!, of!);
  }
  return kinds;
}

/** The head of a template, the way synth writes it. */
const TEMPLATE = /template:\n +apiVersion: (\S+)\n +kind: (\w+)/g;

/** Found when a reference is first asked for: most changes have none. */
function referenceLookup(base: readonly Doc[], head: readonly Doc[]): ReferenceLookup {
  let docs: Map<string, Doc> | undefined;
  let home: Place | undefined;
  return {
    find: (kind, name, namespace) => {
      docs ??= new Map([...base, ...head].map((doc) => [doc.key, doc]));
      return docs.get(`${kind} ${namespace ? `${namespace}/` : ''}${name}`)?.manifest;
    },
    get home() {
      home ??= guessHome(head.map(({ text }) => text));
      return home;
    },
  };
}

/** With the kinds that kro makes of the environment's graphs. */
function withInstanceSchemas(pairs: readonly Pair[], head: readonly Doc[], known: SchemaStore): SchemaStore {
  const unknown = new Set(
    pairs.flatMap(({ now }) =>
      now && !known.find(now.manifest.apiVersion, now.manifest.kind) ? [now.manifest.kind] : [],
    ),
  );
  if (unknown.size === 0) return known;
  const graphs = head.filter((doc) => isResourceGraphDoc(doc) && [...unknown].some((kind) => doc.text.includes(kind)));
  return firstOf(instanceSchemasOf(resourceGraphsAmong(graphs.map(({ manifest }) => manifest))), known);
}

function removalContext(base: readonly Doc[], head: readonly Doc[]): (object: PlanObject) => RemovalContext {
  const here = new Set(head.map(({ key }) => key));
  const ofKind = (kind: string) => base.filter(({ identity }) => identity.kind === kind);
  let applications: readonly Doc[] | undefined;
  const applicationOf = ({ environment, application }: PlanObject) => {
    applications ??= ofKind('Application');
    return applications.find(
      ({ identity, manifest }) =>
        syncs(manifest, `${environment}/${application}`) || (identity.name === application && !isHelm(manifest)),
    );
  };
  const namespaces = new Map(ofKind('Namespace').map((doc) => [doc.identity.name, doc]));
  return (object) => {
    const application = object.application === '' ? undefined : applicationOf(object);
    const namespace = namespaces.get(object.manifest.metadata.namespace ?? '')?.manifest;
    return {
      ...(application && { application: application.manifest }),
      applicationLeaves:
        application !== undefined && !here.has(application.key) && !hasOption(application.manifest, 'Prune=false'),
      ...(namespace && { namespace }),
      instanceLeaves: object.within?.instance !== undefined && !here.has(object.within.instance.key),
      graphLeaves: object.within !== undefined && !here.has(object.within.graph.key),
    };
  };
}

function syncs(application: Manifest, folder: string): boolean {
  return String(read(application, 'spec.source.path') ?? '').endsWith(folder);
}

function isHelm(application: Manifest): boolean {
  return read(application, 'spec.source.chart') !== undefined;
}
