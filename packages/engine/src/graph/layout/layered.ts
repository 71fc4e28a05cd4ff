import { Graph, layout } from '@dagrejs/dagre';
import type { EdgeKind } from '../model/architecture';
import { compacted } from './compacted';
import { linesOf } from './lines';
import type { Box, Picture } from './picture';
import type { Size } from './sizes';
import type { Point } from './smooth-path';

/** An edge between positions of sizes. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  readonly count: number;
  /** How many columns it goes over at least. @default 1 */
  readonly columns?: number;
}

interface Spacing {
  /** Between boxes of one column. */
  readonly rows: number;
  readonly columns: number;
  /** Whether columns are packed, rather than lines kept straight. @default false */
  readonly isCompact?: boolean;
}

/** Around a picture, so that no shadow or line is cut. */
const MARGIN = 16;

/** Where boxes stand, and which points lines pass. */
export interface Placed {
  readonly boxes: readonly Box[];
  readonly routes: readonly Route[];
}

export interface Route {
  readonly from: number;
  readonly to: number;
  /** One for each column that the line passes. */
  readonly points: readonly Point[];
}

/** Boxes in columns from left to right, as the links go, and lines that pass between the boxes. */
export function layered(sizes: readonly Size[], links: readonly Link[], spacing: Spacing): Picture {
  const loose = placed(sizes, links, spacing);
  const { boxes, routes } = spacing.isCompact ? compacted(loose, spacing.rows) : loose;
  const xs = [...boxes.map(({ x, width }) => x + width), ...routes.flatMap(({ points }) => points.map(({ x }) => x))];
  const ys = [...boxes.map(({ y, height }) => y + height), ...routes.flatMap(({ points }) => points.map(({ y }) => y))];
  return {
    width: Math.ceil(Math.max(0, ...xs) + MARGIN),
    height: Math.ceil(Math.max(0, ...ys) + MARGIN),
    boxes,
    lines: linesOf({ boxes, routes }, links),
  };
}

function placed(sizes: readonly Size[], links: readonly Link[], { rows, columns }: Spacing): Placed {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: rows, edgesep: 14, ranksep: columns, marginx: MARGIN, marginy: MARGIN });
  for (const [position, { width, height }] of sizes.entries()) graph.setNode(String(position), { width, height });
  for (const { from, to, kind, columns: minlen = 1 } of links)
    graph.setEdge(String(from), String(to), { minlen }, kind);
  if (sizes.length > 0) layout(graph);
  const boxes = sizes.map(({ width, height }, position): Box => {
    const { x = 0, y = 0 } = graph.node(String(position));
    return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height };
  });
  const isInColumn = ({ x }: Point) => boxes.some((box) => box.x <= x && x <= box.x + box.width);
  const routes = links.map(({ from, to, kind }): Route => {
    const points: readonly Point[] = graph.edge({ v: String(from), w: String(to), name: kind }).points ?? [];
    // the first and last are where it touches its boxes
    return { from, to, points: points.slice(1, -1).filter(isInColumn) };
  });
  return { boxes, routes };
}
