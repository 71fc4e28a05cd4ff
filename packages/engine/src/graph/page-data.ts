import type { Layouts } from './layout/picture';
import type { Architecture } from './model/architecture';

/** What the page's script finds in the page. */
export interface PageData {
  readonly architecture: Architecture;
  readonly layouts: Layouts;
}
