import { physicalKeyOf } from '../aws';
import { append, components, oncePer } from '../collections';
import { carriedIn, graphsOfInstances, isGraph } from '../kro';
import type { Manifest } from '../manifests';
import { read } from '../manifests';
import type { Mention } from '../references';
import { mentionsOf, Objects } from '../references';
import type { SchemaStore } from '../schema';
import type { Facts } from './facts';

/** An object and where it stands. */
export interface TreeObject {
  readonly manifest: Manifest;
  /** The application folder. */
  readonly application: string;
  /** For what kro makes: the graph that wraps it and where in it, and the instance that it is made for. */
  readonly within?: { readonly graph: TreeObject; readonly path: string; readonly carrier: TreeObject };
}

/** The objects of one environment, and what they say of each other. */
export class Tree {
  /** What is written, and behind it what kro makes of it. */
  readonly objects: readonly TreeObject[];
  /** The graph of each kro instance. */
  readonly graphs: ReadonlyMap<Manifest, Manifest>;
  readonly lookup: Objects;
  private readonly byKind = new Map<string, TreeObject[]>();
  private readonly byManifest = new Map<Manifest, TreeObject>();
  private readonly needs = new Map<TreeObject, readonly Need[]>();
  private foundCycles?: readonly (readonly TreeObject[])[];

  constructor(
    written: readonly TreeObject[],
    readonly facts: Facts,
    /** Of the kinds that kro's graphs read and make. @default graphs are not judged */
    readonly schemas?: SchemaStore,
  ) {
    this.objects = [...written, ...carriedAmong(written)];
    const manifests = this.objects.map(({ manifest }) => manifest);
    this.lookup = new Objects(manifests, facts);
    this.graphs = graphsOfInstances(manifests);
    for (const object of this.objects) {
      append(this.byKind, physicalKeyOf(object.manifest), object);
      this.byManifest.set(object.manifest, object);
    }
  }

  /** The objects of these kinds, each written as group and kind, or as CloudFormation's type for what Cloud Control makes. */
  ofKinds(...kinds: readonly string[]): TreeObject[] {
    return kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
  }

  /** Every kind in the tree. */
  get kinds(): Iterable<string> {
    return this.byKind.keys();
  }

  at(manifest: Manifest): TreeObject {
    return this.byManifest.get(manifest)!;
  }

  mentionsOf(object: TreeObject): readonly Mention[] {
    return mentionsIn(object.manifest);
  }

  /** What an object needs before AWS or a controller can make it, without itself. */
  neededBy(object: TreeObject): readonly Need[] {
    let needs = this.needs.get(object);
    if (!needs) {
      const graph = this.graphs.get(object.manifest);
      // kro takes a graph whether or not there is what it reads; the instance waits
      const own = isGraph(object.manifest) ? [] : this.mentionsOf(object);
      const mentions = graph ? [...own, ...this.mentionsOf(this.at(graph))] : own;
      needs = mentions
        .filter(({ needed }) => needed)
        .flatMap((mention) =>
          this.lookup
            .meant(mention)
            .filter((to) => to !== object.manifest)
            .map((to) => ({ to: this.at(to), path: mention.path })),
        );
      if (graph) needs = [...needs, { to: this.at(graph), path: 'kind' }];
      this.needs.set(object, needs);
    }
    return needs;
  }

  /** The groups of objects that need each other, each of two or more. */
  get cycles(): readonly (readonly TreeObject[])[] {
    this.foundCycles ??= components(this.objects, (object) => this.neededBy(object).map(({ to }) => to)).filter(
      ({ length }) => length > 1,
    );
    return this.foundCycles;
  }

  /** Whether two objects need each other, directly or through others. */
  needEachOther(one: TreeObject, other: TreeObject): boolean {
    return this.cycles.some((cycle) => cycle.includes(one) && cycle.includes(other));
  }
}

const mentionsIn = oncePer<Manifest, readonly Mention[]>(mentionsOf);

/** An object needs another. */
export interface Need {
  readonly to: TreeObject;
  /** The field that says so. */
  readonly path: string;
}

/** A value of an object; `spec.template.spec`. */
export function fieldOf({ manifest }: TreeObject, path: string): unknown {
  return read(manifest, path);
}

function carriedAmong(written: readonly TreeObject[]): TreeObject[] {
  const objectOf = new Map(written.map((object) => [object.manifest, object]));
  return carriedIn([...objectOf.keys()]).map(({ manifest, graph, carrier, path }) =>
    carriedObject(manifest, { graph: objectOf.get(graph)!, carrier: objectOf.get(carrier)!, path }),
  );
}

/** One and the same in every tree that has the same graph and carrier. */
function carriedObject(manifest: Manifest, within: NonNullable<TreeObject['within']>): TreeObject {
  const known = carriedObjects.get(manifest);
  if (known?.within?.graph === within.graph && known.within.carrier === within.carrier) return known;
  const object = { manifest, application: within.graph.application, within };
  carriedObjects.set(manifest, object);
  return object;
}
const carriedObjects = new WeakMap<Manifest, TreeObject>();

/** A path of an object as its document has it. */
export function pathInDocument({ within }: TreeObject, path: string): string {
  if (!within) return path;
  return path === '' ? within.path : `${within.path}.${path}`;
}
