import { stronglyConnectedComponents } from '../collections';
import type { TreeObject } from '../relations';
import type { Moment, Moments, Wait } from './moments';

/** A step of a circle: an object, and what of the circle it waits for. */
export interface Step {
  readonly object: TreeObject;
  readonly needs: TreeObject;
  /** The field of the object that says so; undefined where the order of waves does. */
  readonly path?: string;
  /** As a sentence's end. */
  readonly because: string;
}

/** Objects that wait for each other for ever, in order: the last one waits for the first. */
export type Deadlock = readonly Step[];

/** The shortest circle of each group of moments that wait for each other. */
export function deadlocksOf(moments: Moments): Deadlock[] {
  return stronglyConnectedComponents<Moment>(moments.all, (moment) => waitsOf(moments, moment).map(({ on }) => on))
    .filter(({ length }) => length > 1)
    .map((members) => stepsOf(circleIn(moments, new Set(members))));
}

/** What the server refuses an object without counts as well: five tries do not bring what comes behind them. */
function waitsOf(moments: Moments, moment: Moment): readonly Wait[] {
  const waits = moments.waitsOf(moment);
  if (moment.moment !== 'applied') return waits;
  const needs = moments.needsBeforeApplied(moment.object).map((need) => ({ on: moments.applied.get(need.to)!, need }));
  return needs.length === 0 ? waits : [...waits, ...needs];
}

interface Link {
  readonly from: Moment;
  readonly wait: Wait;
}

/** The shortest way from a moment back to itself, of all moments that have one. */
function circleIn(moments: Moments, members: ReadonlySet<Moment>): Link[] {
  let best: Link[] | undefined;
  for (const start of members) {
    // every circle passes through what an object needs
    if (!waitsOf(moments, start).some(({ on, need }) => need && members.has(on))) continue;
    const found = wayBack(moments, members, start, best?.length ?? Number.POSITIVE_INFINITY);
    if (found) best = found;
  }
  return best ?? [];
}

function wayBack(moments: Moments, members: ReadonlySet<Moment>, start: Moment, limit: number): Link[] | undefined {
  const cameBy = new Map<Moment, Link>();
  let front: Moment[] = [start];
  for (let length = 1; front.length > 0 && length < limit; length++) {
    const next: Moment[] = [];
    for (const from of front)
      for (const wait of waitsOf(moments, from)) {
        if (!members.has(wait.on)) continue;
        if (wait.on === start) return [...linksTo(from, start, cameBy), { from, wait }];
        if (cameBy.has(wait.on)) continue;
        cameBy.set(wait.on, { from, wait });
        next.push(wait.on);
      }
    front = next;
  }
  return undefined;
}

function linksTo(moment: Moment, start: Moment, cameBy: ReadonlyMap<Moment, Link>): Link[] {
  const links: Link[] = [];
  for (let at = moment; at !== start; ) {
    const link = cameBy.get(at)!;
    links.unshift(link);
    at = link.from;
  }
  return links;
}

/** The links between objects, waves told as what they are: the wait for all of the wave before. */
function stepsOf(links: readonly Link[]): Deadlock {
  const objects = links.flatMap(({ from, wait }) =>
    from.moment === 'wave' || (wait.on.moment !== 'wave' && wait.on.object === from.object) ? [] : [{ from, wait }],
  );
  return objects.flatMap(({ from, wait }): Step[] => {
    const { object } = from;
    if (wait.on.moment !== 'wave')
      return [
        { object, needs: wait.on.object, path: wait.need?.path, because: wait.need?.because ?? 'is made with it' },
      ];
    const needs = behindWave(wait.on, links);
    return needs && needs !== object
      ? [{ object, needs, because: `comes in an earlier wave: ${wait.on.application} waits until it is healthy` }]
      : [];
  });
}

/** The object that a circle reaches through one wave or several. */
function behindWave(wave: Moment, links: readonly Link[]): TreeObject | undefined {
  const next = links.find(({ from }) => from === wave)?.wait.on;
  return next?.moment === 'wave' ? behindWave(next, links) : next?.object;
}
