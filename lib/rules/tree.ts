import { components } from '../graph/components';
import type { Mention } from '../graph/mention';
import { mentionsOf } from '../graph/mentions';
import { Objects } from '../graph/objects';
import { read } from '../manifests/fields';
import { kindKey, type Manifest } from '../manifests/manifest';
import type { Facts } from './facts';

/** An object and where it stands. */
export interface TreeObject {
  readonly manifest: Manifest;
  /** The application folder. */
  readonly application: string;
}

/** The objects of one environment, and what they say of each other. */
export class Tree {
  readonly objects: readonly TreeObject[];
  readonly lookup: Objects;
  private readonly byKind = new Map<string, TreeObject[]>();
  private readonly byManifest = new Map<Manifest, TreeObject>();
  private readonly mentions = new Map<TreeObject, readonly Mention[]>();
  private readonly needs = new Map<TreeObject, readonly Need[]>();
  private foundCycles?: readonly (readonly TreeObject[])[];

  constructor(
    objects: readonly TreeObject[],
    readonly facts: Facts,
  ) {
    this.objects = objects;
    this.lookup = new Objects(
      objects.map(({ manifest }) => manifest),
      facts,
    );
    for (const object of objects) {
      const key = kindKey(object.manifest);
      const twins = this.byKind.get(key);
      if (twins) twins.push(object);
      else this.byKind.set(key, [object]);
      this.byManifest.set(object.manifest, object);
    }
  }

  /** The objects of these kinds, each written as group and kind. */
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
    let mentions = this.mentions.get(object);
    if (!mentions) {
      mentions = mentionsOf(object.manifest);
      this.mentions.set(object, mentions);
    }
    return mentions;
  }

  /** What an object needs before AWS or a controller can make it, without itself. */
  neededBy(object: TreeObject): readonly Need[] {
    let needs = this.needs.get(object);
    if (!needs) {
      needs = this.mentionsOf(object)
        .filter(({ needed }) => needed)
        .flatMap((mention) =>
          this.lookup
            .meant(mention)
            .filter((to) => to !== object.manifest)
            .map((to) => ({ to: this.at(to), path: mention.path })),
        );
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
