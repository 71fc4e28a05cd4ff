import { stronglyConnectedComponents } from './strongly-connected-components';

/** A cycle of a graph, from a node back to itself, such as `[a, b, a]`; undefined where there is none. */
export function cycleIn<T>(nodes: Iterable<T>, next: (node: T) => readonly T[]): T[] | undefined {
  for (const members of stronglyConnectedComponents(nodes, next)) {
    const among = new Set(members);
    const inside = (node: T) => next(node).find((other) => among.has(other));
    // a node alone reaches itself only directly; one of several reaches another of them
    if (members.length > 1 || inside(members[0]!) !== undefined) return roundFrom(members[0]!, inside);
  }
  return undefined;
}

function roundFrom<T>(start: T, next: (node: T) => T | undefined): T[] {
  const path = new Set<T>();
  let node = start;
  while (!path.has(node)) {
    path.add(node);
    node = next(node)!;
  }
  const nodes = [...path];
  return [...nodes.slice(nodes.indexOf(node)), node];
}
