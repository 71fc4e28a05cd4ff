import type { Edge, EdgeKind } from './architecture';

/** Edges between positions, one for each pair and kind. */
export class Edges {
  private readonly paths = new Map<string, Set<string>>();

  add(from: number, to: number, kind: EdgeKind, path: string): void {
    const key = `${from} ${to} ${kind}`;
    const paths = this.paths.get(key);
    if (paths) paths.add(path);
    else this.paths.set(key, new Set([path]));
  }

  get all(): Edge[] {
    return [...this.paths].map(([key, paths]) => {
      const [from, to, kind] = key.split(' ') as [string, string, EdgeKind];
      return { from: Number(from), to: Number(to), kind, paths: [...paths] };
    });
  }
}
