/**
 * The strongly connected components of a graph: nodes of one component reach each other. Each stands behind those that
 * it reaches, and its members stand in the order in which they were found (Tarjan's algorithm, without recursion).
 */
export function stronglyConnectedComponents<T>(nodes: Iterable<T>, next: (node: T) => readonly T[]): T[][] {
  const found: T[][] = [];
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  for (const start of nodes) {
    if (order.has(start)) continue;
    const path: { node: T; rest: Iterator<T, undefined> }[] = [];
    const enter = (node: T) => {
      order.set(node, order.size);
      low.set(node, order.get(node)!);
      open.push(node);
      isOpen.add(node);
      path.push({ node, rest: next(node).values() });
    };
    enter(start);
    while (path.length > 0) {
      const { node, rest } = path.at(-1)!;
      const { done, value: other } = rest.next();
      if (done) {
        path.pop();
        const parent = path.at(-1)?.node;
        if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(node)!));
        if (low.get(node) === order.get(node)) found.push(close(node));
      } else if (!order.has(other)) enter(other);
      else if (isOpen.has(other)) low.set(node, Math.min(low.get(node)!, order.get(other)!));
    }
  }
  return found;

  function close(root: T): T[] {
    const members = open.splice(open.lastIndexOf(root));
    for (const member of members) isOpen.delete(member);
    return members;
  }
}
