import { append, groupBy } from '../collections';
import { annotationOf, read, SYNC_WAVE } from '../manifests';
import { type Need, Needs, type Tree, type TreeObject } from '../relations';
import { HealthChecks } from './health';

/** Something that happens once while an environment comes up. */
export type Moment = Applied | Ready | Wave;

/** Argo CD, or kro for what its graphs make, has written the object into the cluster. */
export interface Applied {
  readonly moment: 'applied';
  readonly object: TreeObject;
}

/** What the object stands for is there, and its controller says so. */
export interface Ready {
  readonly moment: 'ready';
  readonly object: TreeObject;
}

/** Argo CD begins with a wave of an Application. */
export interface Wave {
  readonly moment: 'wave';
  readonly application: string;
  readonly wave: number;
}

/** One moment cannot come before another. */
export interface Wait {
  readonly on: Moment;
  /** The need that says so; undefined where Argo CD's order does. */
  readonly need?: Need;
}

/** The moments of a first install and what each waits for, by the rules of Argo CD as they were measured. */
export class Moments {
  readonly applied = new Map<TreeObject, Applied>();
  readonly ready = new Map<TreeObject, Ready>();
  private readonly waves = new Map<string, readonly Wave[]>();
  private readonly waits = new Map<Moment, readonly Wait[]>();
  private readonly needs: Needs;
  private readonly health: HealthChecks;
  private readonly byApplication = new Map<string, TreeObject[]>();
  /** The Application that syncs each folder. */
  private readonly applications = new Map<string, TreeObject>();
  private readonly synced = new Map<TreeObject, string>();
  /** What kro makes for an instance. */
  private readonly inner = new Map<TreeObject, TreeObject[]>();

  constructor(readonly tree: Tree) {
    this.needs = new Needs(tree);
    this.health = new HealthChecks(tree);
    for (const object of tree.objects) {
      this.applied.set(object, { moment: 'applied', object });
      this.ready.set(object, { moment: 'ready', object });
      if (object.within) append(this.inner, object.within.owner, object);
      else append(this.byApplication, object.application, object);
    }
    for (const [folder, object] of this.ownApplications()) {
      this.applications.set(folder, object);
      this.synced.set(object, folder);
    }
    for (const [application, objects] of this.byApplication) {
      const numbers = [...new Set(objects.map(waveOf))].sort((a, b) => a - b);
      this.waves.set(
        application,
        numbers.map((wave) => ({ moment: 'wave', application, wave })),
      );
    }
  }

  /** Every moment there is. */
  get all(): readonly Moment[] {
    return [...this.allWaves, ...this.applied.values(), ...this.ready.values()];
  }

  /** The waves of every Application, each Application's in order. */
  get allWaves(): readonly Wave[] {
    return [...this.waves.values()].flat();
  }

  /**
   * The Application that syncs a folder; undefined where nothing in the tree does, and for the root, which syncs
   * itself.
   */
  applicationOf(folder: string): TreeObject | undefined {
    const application = this.applications.get(folder);
    return application?.application === folder ? undefined : application;
  }

  /** Whether Argo CD syncs a folder, by an Application of the tree. */
  isSynced(folder: string): boolean {
    return this.applications.has(folder);
  }

  objectsOf(folder: string): readonly TreeObject[] {
    return this.byApplication.get(folder) ?? [];
  }

  /** The wave with which an object is applied; of what kro makes, its instance's. */
  waveOf(object: TreeObject): Wave {
    const written = object.within?.owner ?? object;
    return this.waves.get(written.application)!.find(({ wave }) => wave === waveOf(written))!;
  }

  /** What a moment cannot come before. */
  waitsOf(moment: Moment): readonly Wait[] {
    let found = this.waits.get(moment);
    if (!found) {
      found = [...this.findWaits(moment)];
      this.waits.set(moment, found);
    }
    return found;
  }

  /**
   * What the server refuses an object without. Argo CD does not wait for it: it tries, fails, and tries again a few
   * times.
   */
  needsBeforeApplied(object: TreeObject): readonly Need[] {
    return this.needs.beforeApplied(object);
  }

  /** Whether an object is ready only after a person's act. */
  awaitsPerson(object: TreeObject): boolean {
    return this.needs.awaitsPerson(object);
  }

  /** What gives an object's Pods their identity. */
  identitiesOf(object: TreeObject): readonly Need[] {
    return this.needs.identities.of(object);
  }

  /** The moment at which a wave has done with an object. */
  settled(object: TreeObject): Moment {
    return this.health.judges(object.manifest) ? this.ready.get(object)! : this.applied.get(object)!;
  }

  /**
   * A hub has the roots of other environments besides: the tree's own Applications are those that stand together in
   * git.
   */
  private ownApplications(): (readonly [folder: string, object: TreeObject])[] {
    const found = this.tree.ofKinds('argoproj.io/Application').flatMap((object) => {
      const path = sourcePathOf(object);
      const folder = path.at(-1) ?? '';
      return this.byApplication.has(folder) ? [{ folder, object, above: path.slice(0, -1).join('/') }] : [];
    });
    const [own = []] = [...groupBy(found, ({ above }) => above).values()].sort((a, b) => b.length - a.length);
    return own.map(({ folder, object }) => [folder, object] as const);
  }

  private *findWaits(moment: Moment): Generator<Wait> {
    if (moment.moment === 'wave') yield* this.beforeWave(moment);
    else if (moment.moment === 'applied') yield* this.beforeApplied(moment.object);
    else yield* this.beforeReady(moment.object);
  }

  /** The wave before, object by object; before the first the Application itself. */
  private *beforeWave({ application, wave }: Wave): Generator<Wait> {
    const own = this.waves.get(application)!;
    const previous = own[own.findIndex((one) => one.wave === wave) - 1];
    const made = this.applicationOf(application);
    if (previous) {
      yield { on: previous };
      for (const object of this.objectsOf(application))
        if (waveOf(object) === previous.wave) yield { on: this.settled(object) };
    } else if (made) yield { on: this.applied.get(made)! };
  }

  private *beforeApplied(object: TreeObject): Generator<Wait> {
    yield { on: this.waveOf(object) };
    const owner = object.within?.owner;
    if (!owner) return;
    yield { on: this.applied.get(owner)! };
    // kro makes the first object once it has read everything that the graph reads
    for (const need of this.needs.beforeReady(owner))
      if (need.to.within?.owner !== owner) yield { on: this.ready.get(need.to)!, need };
  }

  private *beforeReady(object: TreeObject): Generator<Wait> {
    yield { on: this.applied.get(object)! };
    const folder = this.health.awaitsSyncs ? this.synced.get(object) : undefined;
    if (folder !== undefined)
      for (const member of this.objectsOf(folder))
        if (member !== object) yield { on: this.settled(member), need: partOf(member) };
    for (const need of this.needs.beforeReady(object)) yield { on: this.ready.get(need.to)!, need };
    for (const made of this.inner.get(object) ?? []) yield { on: this.ready.get(made)! };
  }
}

function partOf(member: TreeObject): Need {
  return { to: member, path: 'spec.source.path', because: 'it syncs' };
}

/** The steps of the path that an Application syncs. */
function sourcePathOf({ manifest }: TreeObject): string[] {
  const path = read(manifest, 'spec.source.path');
  return typeof path === 'string' ? path.split('/').filter((step) => step !== '') : [];
}

function waveOf({ manifest }: TreeObject): number {
  const wave = Number(annotationOf(manifest, SYNC_WAVE) ?? 0);
  return Number.isInteger(wave) ? wave : 0;
}
