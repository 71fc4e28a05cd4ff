import { groupBy } from '../../collections';
import type { Placed } from './layered';

/** A box, or where a line passes a column. */
interface Item {
  readonly x: number;
  readonly height: number;
  /** Of its middle. */
  y: number;
  readonly neighbours: Item[];
}

/** A line that passes takes so much of a column. */
const PASSAGE = 12;
const ROUNDS = 8;
const MARGIN = 16;

/**
 * The same columns in the same order without the room that keeps lines straight: no column is higher than the fullest.
 */
export function compacted({ boxes, routes }: Placed, gap: number): Placed {
  const boxItems = boxes.map(
    ({ x, y, width, height }): Item => ({ x: Math.round(x + width / 2), y: y + height / 2, height, neighbours: [] }),
  );
  const pointItems = routes.map(({ points }) =>
    points.map(({ x, y }): Item => ({ x: Math.round(x), y, height: PASSAGE, neighbours: [] })),
  );
  for (const [index, { from, to }] of routes.entries()) {
    const chain = [boxItems[from]!, ...pointItems[index]!, boxItems[to]!];
    for (const [step, item] of chain.slice(1).entries()) {
      item.neighbours.push(chain[step]!);
      chain[step]!.neighbours.push(item);
    }
  }
  const columns = [...groupBy([...boxItems, ...pointItems.flat()], ({ x }) => x).values()].map((column) =>
    column.sort((one, other) => one.y - other.y),
  );
  const highest = Math.max(0, ...columns.map((column) => heightOf(column, gap)));
  for (const column of columns) spread(column, gap, highest);
  for (let round = 0; round < ROUNDS; round++) for (const column of columns) pull(column, gap, highest);
  return {
    boxes: boxes.map((box, index) => ({ ...box, y: Math.round(MARGIN + boxItems[index]!.y - box.height / 2) })),
    routes: routes.map((route, index) => ({
      ...route,
      points: route.points.map(({ x }, step) => ({ x, y: Math.round(MARGIN + pointItems[index]![step]!.y) })),
    })),
  };
}

function heightOf(column: readonly Item[], gap: number): number {
  return column.reduce((sum, { height }) => sum + height + gap, -gap);
}

/** One under the other, in the middle. */
function spread(column: readonly Item[], gap: number, highest: number): void {
  let top = (highest - heightOf(column, gap)) / 2;
  for (const item of column) {
    item.y = top + item.height / 2;
    top += item.height + gap;
  }
}

/** Towards what each has to do with, as far as the others leave room. */
function pull(column: readonly Item[], gap: number, highest: number): void {
  let top = 0;
  for (const item of column) {
    const { neighbours } = item;
    const wanted = neighbours.length > 0 ? neighbours.reduce((sum, { y }) => sum + y, 0) / neighbours.length : item.y;
    item.y = Math.max(wanted, top + item.height / 2);
    top = item.y + item.height / 2 + gap;
  }
  let bottom = highest;
  for (const item of column.toReversed()) {
    item.y = Math.min(item.y, bottom - item.height / 2);
    bottom = item.y - item.height / 2 - gap;
  }
}
