import { append, groupBy } from '../../collections';
import type { Architecture, Edge } from '../model/architecture';
import { layered } from './layered';
import { flowEdges, linksBetween } from './links';
import type { FlowPicture } from './picture';
import { CARD } from './sizes';

const SPACING = { rows: 12, columns: 60, isCompact: true };

/** Every object that events, or requests, pass. Objects of one kind with the same neighbours are one box. */
export function flowPicture(architecture: Architecture, kind: 'event' | 'network'): FlowPicture {
  const edges = flowEdges(architecture).filter(
    (edge) => edge.kind === kind && !edge.paths.some((path) => ASIDE.test(path)),
  );
  const of = [...alike(architecture, edges)];
  const boxOf = new Map(of.flatMap((positions, box) => positions.map((position) => [position, box] as const)));
  const links = linksBetween(edges, (position) => boxOf.get(position));
  return {
    ...layered(
      of.map(() => CARD),
      links,
      SPACING,
    ),
    of,
  };
}

/**
 * What would hide the flows that people look for: which alarms make up which composite one, and the way of what failed
 * from everything to few dead-letter queues. Each object's own view has both.
 */
const ASIDE = /\.alarmRule$|\.redrivePolicy$|\.deadLetterConfig\.|\.onFailure\./;

/** Groups of objects of one chart and kind, between which and the same others edges go. */
function alike({ objects }: Architecture, edges: readonly Edge[]): Iterable<number[]> {
  const neighbours = new Map<number, string[]>();
  for (const { from, to } of edges) {
    append(neighbours, from, `→${to}`);
    append(neighbours, to, `←${from}`);
  }
  return groupBy(neighbours.keys(), (position) => {
    const { application, service, apiVersion, kind } = objects[position]!;
    return [application, service, apiVersion, kind, ...neighbours.get(position)!.sort()].join(' ');
  }).values();
}
