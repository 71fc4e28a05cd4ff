export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The `d` of a path that leaves every point horizontally. */
export function smoothPath(points: readonly Point[]): string {
  const [start, ...rest] = points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  if (!start) return '';
  let from = start;
  let path = `M${start.x} ${start.y}`;
  for (const to of rest) {
    const middle = Math.round((from.x + to.x) / 2);
    path += from.y === to.y ? `H${to.x}` : `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    from = to;
  }
  return path;
}
