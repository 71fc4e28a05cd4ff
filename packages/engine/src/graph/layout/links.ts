import type { Architecture, Edge, EdgeKind } from '../model/architecture';
import type { Link } from './layered';

/** Kinds that say where things go; the others would tie everything to everything. */
export const FLOW_KINDS: readonly EdgeKind[] = ['event', 'network'];

/** The edges between different groups of objects, counted by kind; what `groupOf` gives no group is left out. */
export function linksBetween(edges: readonly Edge[], groupOf: (position: number) => number | undefined): Link[] {
  const counts = new Map<string, number>();
  for (const { from, to, kind } of edges) {
    const [one, other] = [groupOf(from), groupOf(to)];
    if (one === undefined || other === undefined || one === other) continue;
    const key = `${one} ${other} ${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [from, to, kind] = key.split(' ') as [string, string, EdgeKind];
    return { from: Number(from), to: Number(to), kind, count };
  });
}

/** Edges of kinds that flow, between objects that a reader looks for. */
export function flowEdges({ edges, objects }: Architecture): Edge[] {
  return edges.filter(
    ({ from, to, kind }) => FLOW_KINDS.includes(kind) && !objects[from]!.machinery && !objects[to]!.machinery,
  );
}
