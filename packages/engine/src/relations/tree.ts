import { physicalKeyOf } from '../aws';
import { append, oncePer, stronglyConnectedComponents } from '../collections';
import { isResourceGraph, kroObjectsIn, resourceGraphsOfInstances } from '../kro';
import type { Manifest } from '../manifests';
import { read } from '../manifests';
import type { Mention } from '../references';
import { mentionsOf, ObjectIndex } from '../references';
import type { SchemaStore } from '../schema';
import type { Home } from './home';

/** An object and where it stands. */
export interface TreeObject {
  readonly manifest: Manifest;
  /** The application folder. */
  readonly application: string;
  /** For what kro makes: the graph that wraps it and where in it, and the instance that it is made for. */
  readonly within?: { readonly graph: TreeObject; readonly path: string; readonly owner: TreeObject };
}

/** The objects of one environment, and what they say of each other. */
export class Tree {
  /** What is written, and behind it what kro makes of it. */
  readonly objects: readonly TreeObject[];
  /** The graph of each kro instance. */
  readonly resourceGraphs: ReadonlyMap<Manifest, Manifest>;
  readonly lookup: ObjectIndex;
  private readonly byKind = new Map<string, TreeObject[]>();
  private readonly byManifest = new Map<Manifest, TreeObject>();
  private readonly dependencies = new Map<TreeObject, readonly Dependency[]>();
  private foundCycles?: readonly (readonly TreeObject[])[];

  constructor(
    written: readonly TreeObject[],
    readonly home: Home,
    /** Of the kinds that kro's graphs read and make. @default graphs are not judged */
    readonly schemas?: SchemaStore,
  ) {
    this.objects = [...written, ...kroObjectsAmong(written)];
    const manifests = this.objects.map(({ manifest }) => manifest);
    this.lookup = new ObjectIndex(manifests, home);
    this.resourceGraphs = resourceGraphsOfInstances(manifests);
    for (const object of this.objects) {
      append(this.byKind, physicalKeyOf(object.manifest), object);
      this.byManifest.set(object.manifest, object);
    }
  }

  /**
   * The objects of these kinds, each written as group and kind, or as CloudFormation's type for what Cloud Control
   * makes.
   */
  ofKinds(...kinds: readonly string[]): TreeObject[] {
    return kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
  }

  /** Every kind in the tree. */
  get kinds(): Iterable<string> {
    return this.byKind.keys();
  }

  objectOf(manifest: Manifest): TreeObject {
    return this.byManifest.get(manifest)!;
  }

  mentionsOf(object: TreeObject): readonly Mention[] {
    return mentionsIn(object.manifest);
  }

  /** What an object needs before AWS or a controller can make it, without itself. */
  dependenciesOf(object: TreeObject): readonly Dependency[] {
    let needs = this.dependencies.get(object);
    if (!needs) {
      const graph = this.resourceGraphs.get(object.manifest);
      // kro takes a graph whether or not there is what it reads; the instance waits
      const own = isResourceGraph(object.manifest) ? [] : this.mentionsOf(object);
      const mentions = graph ? [...own, ...this.mentionsOf(this.objectOf(graph))] : own;
      needs = mentions
        .filter(({ needed }) => needed)
        .flatMap((mention) =>
          this.lookup
            .resolve(mention)
            .filter((to) => to !== object.manifest)
            .map((to) => ({ to: this.objectOf(to), path: mention.path })),
        );
      if (graph) needs = [...needs, { to: this.objectOf(graph), path: 'kind' }];
      this.dependencies.set(object, needs);
    }
    return needs;
  }

  /** The groups of objects that need each other, each of two or more. */
  get cycles(): readonly (readonly TreeObject[])[] {
    this.foundCycles ??= stronglyConnectedComponents(this.objects, (object) =>
      this.dependenciesOf(object).map(({ to }) => to),
    ).filter(({ length }) => length > 1);
    return this.foundCycles;
  }

  /** Whether two objects need each other, directly or through others. */
  dependOnEachOther(one: TreeObject, other: TreeObject): boolean {
    return this.cycles.some((cycle) => cycle.includes(one) && cycle.includes(other));
  }
}

const mentionsIn = oncePer<Manifest, readonly Mention[]>(mentionsOf);

/** An object needs another. */
export interface Dependency {
  readonly to: TreeObject;
  /** The field that says so. */
  readonly path: string;
}

/** A value of an object; `spec.template.spec`. */
export function fieldOf({ manifest }: TreeObject, path: string): unknown {
  return read(manifest, path);
}

function kroObjectsAmong(written: readonly TreeObject[]): TreeObject[] {
  const objectOf = new Map(written.map((object) => [object.manifest, object]));
  return kroObjectsIn([...objectOf.keys()]).map(({ manifest, graph, owner, path }) =>
    kroObject(manifest, { graph: objectOf.get(graph)!, owner: objectOf.get(owner)!, path }),
  );
}

/** One and the same in every tree that has the same graph and owner. */
function kroObject(manifest: Manifest, within: NonNullable<TreeObject['within']>): TreeObject {
  const known = kroObjects.get(manifest);
  if (known?.within?.graph === within.graph && known.within.owner === within.owner) return known;
  const object = { manifest, application: within.graph.application, within };
  kroObjects.set(manifest, object);
  return object;
}
const kroObjects = new WeakMap<Manifest, TreeObject>();

/** A path of an object as its document has it. */
export function pathInDocument({ within }: TreeObject, path: string): string {
  if (!within) return path;
  return path === '' ? within.path : `${within.path}.${path}`;
}
