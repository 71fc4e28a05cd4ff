import type { Model } from './model';
import { type Filter, NO_FILTER } from './route';

export function isFiltering(filter: Filter): boolean {
  return (Object.keys(NO_FILTER) as (keyof Filter)[]).some((key) => filter[key] !== NO_FILTER[key]);
}

/** Positions of the objects that a filter lets through: every word of its text somewhere in the object's names. */
export function matches(model: Model, filter: Filter): Set<number> {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Set<number>();
  for (const [position, object] of model.objects.entries()) {
    if (filter.application && object.application !== filter.application) continue;
    if (filter.service && object.service !== filter.service) continue;
    if (filter.stateful && !object.stateful) continue;
    if (filter.effect && (filter.effect === 'any' ? !object.change : object.change?.effect !== filter.effect)) continue;
    const text = model.textOf(position);
    if (words.every((word) => text.includes(word))) found.add(position);
  }
  return found;
}

/** Matches, those first whose name begins with what was searched. */
export function ranked(model: Model, found: ReadonlySet<number>, { text }: Filter): number[] {
  const wanted = text.trim().toLowerCase();
  const rank = (position: number) => {
    const name = model.object(position).name.toLowerCase();
    if (!wanted) return 0;
    if (name === wanted) return 0;
    return name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3;
  };
  const machinery = (position: number) => Number(model.object(position).machinery);
  return [...found].sort((one, other) => machinery(one) - machinery(other) || rank(one) - rank(other) || one - other);
}
