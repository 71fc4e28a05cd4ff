import type { Layouts } from '../layout/picture';
import type { Diagram } from './diagram';
import type { Model } from './model';
import type { Filter, View } from './route';

/** What a view is made from. */
export interface Context {
  readonly model: Model;
  readonly layouts: Layouts;
  readonly filter: Filter;
  /** Positions of the objects that the filter lets through; undefined where nothing is filtered. */
  readonly matched: ReadonlySet<number> | undefined;
  /** The address of a view, with the filter kept. */
  link(view: View): string;
}

export interface Shown {
  readonly title: string;
  /** One line about what is shown. */
  readonly about: string;
  readonly element: HTMLElement;
  /** What can be made larger and smaller. */
  readonly diagram?: Diagram;
  /** How small it may become to fit the window: its texts have to be readable. @default 0.78 */
  readonly smallest?: number;
  /** What stands above it, from the outermost to the next. */
  readonly above: readonly { readonly title: string; readonly view: View }[];
  /** Called when the element is part of the page. */
  shown?(): void;
}

/**
 * How something that stands for objects is marked while a reader looks for some: `matched`, or `dimmed` where none of
 * it is let through.
 */
export function filterMark({ matched }: Context, positions: readonly number[]): string {
  if (matched === undefined) return '';
  return positions.some((position) => matched.has(position)) ? ' matched' : ' dimmed';
}
