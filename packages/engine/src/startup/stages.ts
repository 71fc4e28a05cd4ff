import { groupBy, stronglyConnectedComponents } from '../collections';
import type { TreeObject } from '../relations';
import type { Moment, Moments, Wait } from './moments';

/** A link of a chain: an object that waits, and what it waits for last. */
export interface Link {
  readonly object: TreeObject;
  /** As a sentence's end behind what is waited for; undefined at the chain's beginning. */
  readonly waits?: { readonly for: TreeObject; readonly because: string };
}

/** When each object of an environment is applied, counted in waves that have to end before. */
export class Stages {
  /** Of each moment that comes; what a deadlock holds back has none. */
  private readonly numbers = new Map<Moment, number>();
  /** The wait that each moment ends with. */
  private readonly last = new Map<Moment, Wait>();

  constructor(private readonly moments: Moments) {
    const waits = (moment: Moment) => moments.waitsOf(moment);
    for (const members of stronglyConnectedComponents(moments.all, (moment) => waits(moment).map(({ on }) => on))) {
      const [moment] = members;
      if (members.length === 1 && moment) this.place(moment);
    }
  }

  /** From 1; undefined for an object that never comes. */
  of(object: TreeObject): number | undefined {
    return this.numbers.get(this.moments.applied.get(object)!);
  }

  /** What each stage applies, in order. */
  get all(): readonly (readonly TreeObject[])[] {
    const stages = groupBy(
      this.moments.tree.objects.filter((object) => !object.within && this.of(object) !== undefined),
      (object) => this.of(object)!,
    );
    return Array.from({ length: Math.max(0, ...stages.keys()) }, (_, index) => stages.get(index + 1) ?? []);
  }

  /** The chain of waits that ends last, from its beginning. */
  get longestChain(): readonly Link[] {
    let end: Moment | undefined;
    for (const [moment, number] of this.numbers)
      if (moment.moment === 'ready' && (end === undefined || number > this.numbers.get(end)!)) end = moment;
    return end ? this.chainTo(end) : [];
  }

  private place(moment: Moment): void {
    let number = moment.moment === 'wave' ? 1 : 0;
    for (const wait of this.moments.waitsOf(moment)) {
      const before = this.numbers.get(wait.on);
      if (before === undefined) return;
      const own = before + (moment.moment === 'wave' ? 1 : 0);
      if (!this.last.has(moment) || own > number) this.last.set(moment, wait);
      number = Math.max(number, own);
    }
    this.numbers.set(moment, number);
  }

  private chainTo(end: Moment): Link[] {
    const links: Link[] = [];
    let waiting: TreeObject | undefined;
    for (let moment: Moment | undefined = end; moment; moment = this.last.get(moment)?.on) {
      if (moment.moment === 'wave' || moment.object === waiting) continue;
      if (waiting) {
        const because = this.needBetween(waiting, moment.object)?.because ?? 'comes in an earlier wave';
        links.push({ object: waiting, waits: { for: moment.object, because } });
      }
      waiting = moment.object;
    }
    if (waiting) links.push({ object: waiting });
    return links.reverse();
  }

  private needBetween(object: TreeObject, other: TreeObject) {
    return this.moments
      .waitsOf(this.moments.ready.get(object)!)
      .find(({ on, need }) => need && on.moment !== 'wave' && on.object === other)?.need;
  }
}
