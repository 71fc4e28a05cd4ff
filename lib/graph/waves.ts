import { InputError } from '../errors';

/**
 * The Argo CD sync wave of each node: 0 for what needs nothing, otherwise one more than the highest wave of what it
 * needs. Throws an `InputError` with the nodes of a cycle, named by `nameOf`.
 */
export function waves<T>(
  nodes: Iterable<T>,
  needs: ReadonlyMap<T, readonly T[]>,
  nameOf: (node: T) => string,
): Map<T, number> {
  const result = new Map<T, number>();
  const path: T[] = [];
  const onPath = new Set<T>();
  const visit = (node: T): number => {
    const known = result.get(node);
    if (known !== undefined) return known;
    if (onPath.has(node)) {
      const cycle = [...path.slice(path.indexOf(node)), node].map(nameOf);
      throw new InputError(`a cycle of references, none of which can be created first: ${cycle.join(' → ')}`);
    }
    path.push(node);
    onPath.add(node);
    let wave = 0;
    for (const other of needs.get(node) ?? []) wave = Math.max(wave, visit(other) + 1);
    path.pop();
    onPath.delete(node);
    result.set(node, wave);
    return wave;
  };
  for (const node of nodes) visit(node);
  return result;
}
