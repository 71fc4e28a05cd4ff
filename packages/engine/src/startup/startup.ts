import { oncePer } from '../collections';
import type { Tree } from '../relations';
import { type Deadlock, deadlocksOf } from './deadlocks';
import { Certainty, type EarlyObject, earlyObjects } from './gates';
import { type LateIdentity, lateIdentities } from './identities';
import { Moments } from './moments';
import { type HoldingPerson, holdingPeople } from './people';
import { Stages } from './stages';

/** How an environment comes up on an empty cluster, and what keeps it from that. */
export class Startup {
  readonly moments: Moments;
  private readonly certainty: Certainty;
  private foundDeadlocks?: readonly Deadlock[];
  private foundStages?: Stages;

  constructor(tree: Tree) {
    this.moments = new Moments(tree);
    this.certainty = new Certainty(this.moments);
  }

  get deadlocks(): readonly Deadlock[] {
    this.foundDeadlocks ??= deadlocksOf(this.moments);
    return this.foundDeadlocks;
  }

  get stages(): Stages {
    this.foundStages ??= new Stages(this.moments);
    return this.foundStages;
  }

  get earlyObjects(): Iterable<EarlyObject> {
    return earlyObjects(this.moments, this.certainty);
  }

  get holdingPeople(): Iterable<HoldingPerson> {
    return holdingPeople(this.moments, this.certainty);
  }

  get lateIdentities(): Iterable<LateIdentity> {
    return lateIdentities(this.moments, this.certainty);
  }
}

/** Asked by several rules of one tree, and played once. */
export const startupOf = oncePer((tree: Tree) => new Startup(tree));
