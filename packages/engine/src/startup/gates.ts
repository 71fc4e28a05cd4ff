import type { Need, TreeObject } from '../relations';
import type { Moment, Moments } from './moments';

/** An object that may be applied before what the server refuses it without. */
export interface EarlyObject {
  readonly object: TreeObject;
  readonly need: Need;
}

/** What is certain to have happened before something else, by what it waits for. */
export class Certainty {
  private readonly before = new Map<Moment, ReadonlySet<Moment>>();

  constructor(private readonly moments: Moments) {}

  /** Whether one moment comes before another on every machine, however fast or slow. */
  isBefore(one: Moment, other: Moment): boolean {
    return this.everythingBefore(other).has(one);
  }

  private everythingBefore(moment: Moment): ReadonlySet<Moment> {
    // all objects of a wave have the same before them
    const waits = this.moments.waitsOf(moment);
    const only = waits.length === 1 ? waits[0]!.on : undefined;
    const start = only?.moment === 'wave' ? only : moment;
    let found = this.before.get(start);
    if (!found) {
      found = this.reachableFrom(start);
      this.before.set(start, found);
    }
    return found;
  }

  private reachableFrom(start: Moment): ReadonlySet<Moment> {
    const found = new Set<Moment>();
    const open = [start];
    for (let moment = open.pop(); moment; moment = open.pop())
      for (const { on } of this.moments.waitsOf(moment))
        if (!found.has(on)) {
          found.add(on);
          open.push(on);
        }
    return found;
  }
}

/**
 * The objects that may be applied too early. Beside what is still in progress such an object does not even fail: the
 * operation waits for the others, and the object is not tried again (measured with Argo CD 3.4.4).
 */
export function* earlyObjects(moments: Moments, certainty: Certainty): Generator<EarlyObject> {
  for (const object of moments.tree.objects) {
    if (object.within || !moments.isSynced(object.application)) continue;
    const applied = moments.applied.get(object)!;
    for (const need of moments.needsBeforeApplied(object)) {
      if (isFirstOfItsWave(need, object, moments) || certainty.isBefore(moments.settled(need.to), applied)) continue;
      // what comes behind for certain is no race but a deadlock
      if (!certainty.isBefore(applied, moments.applied.get(need.to)!)) yield { object, need };
    }
  }
}

/**
 * Within a wave Argo CD applies one kind after the other, namespaces first:
 * https://github.com/argoproj/argo-cd/blob/v3.4.7/gitops-engine/pkg/sync/sync_tasks.go (`kindOrder`)
 */
function isFirstOfItsWave({ to }: Need, object: TreeObject, moments: Moments): boolean {
  return to.manifest.kind === 'Namespace' && moments.waveOf(to) === moments.waveOf(object);
}
