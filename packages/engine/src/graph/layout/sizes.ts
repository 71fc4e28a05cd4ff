import { groupBy } from '../../collections';
import type { PageApplication, PageObject } from '../model/architecture';

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sizes of what the page draws; style.css has the same. */
export const AREA = { width: 244, head: 62, row: 25, foot: 10 };
export const CARD: Size = { width: 196, height: 44 };
export const NEIGHBOUR: Size = { width: 168, height: 46 };
export const SERVICE = { head: 44, kind: 26, row: 28, gap: 6, card: 188, padding: 12 };

/** An area of the overview, with a row for each chart. */
export function sizeOfArea({ services }: PageApplication): Size {
  return { width: AREA.width, height: AREA.head + services.length * AREA.row + AREA.foot };
}

/** A chart of an opened application: under each kind its objects, in columns. */
export function sizeOfService(objects: readonly PageObject[]): Size {
  const { head, kind, row, gap, card, padding } = SERVICE;
  const columns = columnsOf(objects.length);
  const heights = byKind(objects).map(([, { length }]) => kind + Math.ceil(length / columns) * (row + gap));
  return {
    width: padding * 2 + columns * card + (columns - 1) * gap,
    height: head + heights.reduce((sum, height) => sum + height, 0) + padding,
  };
}

/** So many that a chart is not much higher than wide. */
export function columnsOf(objects: number): number {
  if (objects <= 6) return 1;
  if (objects <= 24) return 2;
  return objects <= 80 ? 3 : 6;
}

/** Objects by what they are, in the order of their kinds' names. */
export function byKind<T extends PageObject>(objects: readonly T[]): [string, T[]][] {
  return [...groupBy(objects, ({ title, what }) => `${what} ${title}`)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, alike]) => [alike[0]!.what, alike]);
}
