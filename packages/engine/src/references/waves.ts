import { cycleIn, stronglyConnectedComponents } from '../collections';
import { InputError } from '../errors';

/**
 * The Argo CD sync wave of each node: 0 for what needs nothing, otherwise one more than the highest wave of what it
 * needs. Throws an `InputError` with the nodes of a cycle, named by `nameOf`.
 */
export function waves<T>(
  nodes: readonly T[],
  needs: ReadonlyMap<T, readonly T[]>,
  nameOf: (node: T) => string,
): Map<T, number> {
  const needsOf = (node: T) => needs.get(node) ?? [];
  const cycle = cycleIn(nodes, needsOf);
  if (cycle)
    throw new InputError(`a cycle of references, none of which can be created first: ${cycle.map(nameOf).join(' → ')}`);
  const result = new Map<T, number>();
  // what a node needs stands before it
  for (const node of stronglyConnectedComponents(nodes, needsOf).flat())
    result.set(node, Math.max(0, ...needsOf(node).map((other) => result.get(other)! + 1)));
  return result;
}
