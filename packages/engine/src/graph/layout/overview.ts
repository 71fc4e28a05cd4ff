import type { Architecture } from '../model/architecture';
import { type Link, layered } from './layered';
import { flowEdges, linksBetween } from './links';
import type { Picture } from './picture';
import { type Size, sizeOfArea } from './sizes';

const SPACING = { rows: 28, columns: 60, isCompact: true };

/** Areas in the order in which events and requests pass them. */
export function overviewOf(architecture: Architecture): Picture {
  const { applications, objects } = architecture;
  const positions = new Map(applications.map(({ name }, position) => [name, position]));
  const links = linksBetween(flowEdges(architecture), (position) => positions.get(objects[position]!.application));
  const sizes = applications.map(sizeOfArea);
  const held = balanced(sizes, links);
  const { lines, ...picture } = layered(sizes, [...held.links, ...held.ties], SPACING);
  return { ...picture, lines: lines.slice(0, held.links.length) };
}

/**
 * Areas that only give to one other, and those that neither events nor requests reach, may stand in any column before:
 * each goes to the lowest. Without this, most would stand in one high column. `ties` are links that nobody draws.
 */
function balanced(sizes: readonly Size[], links: readonly Link[]): { links: Link[]; ties: Link[] } {
  const columns = columnsOf(sizes, links);
  const last = columns.indexOf(Math.max(...columns));
  const aims = sizes.map((_, position) => aimOf(position, links, last));
  const heights: number[] = Array.from({ length: columns[last]! + 1 }, () => 0);
  const add = (column: number, height: number) => {
    heights[column]! += height + SPACING.rows;
  };
  for (const [position, { height }] of sizes.entries())
    if (aims[position] === undefined) add(columns[position]!, height);
  const steps = new Map<number, number>();
  const free = sizes.flatMap((_, position) => (aims[position] === undefined ? [] : [position]));
  for (const position of free.sort((one, other) => sizes[other]!.height - sizes[one]!.height)) {
    const before = heights.slice(0, columns[aims[position]!]!);
    const column = before.indexOf(Math.min(...before));
    if (column < 0) continue;
    add(column, sizes[position]!.height);
    steps.set(position, columns[aims[position]!]! - column);
  }
  const isTied = (position: number) => !links.some(({ from, to }) => from === position || to === position);
  return {
    links: links.map((link) => ({ ...link, columns: steps.get(link.from) ?? 1 })),
    ties: [...steps].flatMap(([from, count]): Link[] =>
      isTied(from) ? [{ from, to: aims[from]!, kind: 'reference', count: 1, columns: count }] : [],
    ),
  };
}

/**
 * The only area that one gives to, where none gives to it; the last area for one that has nothing to do with others.
 */
function aimOf(position: number, links: readonly Link[], last: number): number | undefined {
  const own = links.filter(({ from, to }) => from === position || to === position);
  if (own.length === 0) return position === last ? undefined : last;
  const aims = new Set(own.map(({ to }) => to));
  const [aim] = aims;
  return aims.size === 1 && aim !== position ? aim : undefined;
}

/** The number of each box's column, from the left. */
function columnsOf(sizes: readonly Size[], links: readonly Link[]): number[] {
  const { boxes } = layered(sizes, links, SPACING);
  const middles = boxes.map(({ x, width }) => x + width / 2);
  const all = [...new Set(middles)].sort((one, other) => one - other);
  return middles.map((middle) => all.indexOf(middle));
}
