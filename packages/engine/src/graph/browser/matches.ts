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

/** Matches, those first whose name is, begins with, or has what was searched; what only kro needs last. */
export function ranked(model: Model, found: ReadonlySet<number>, { text }: Filter): number[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const rankOf = (position: number): number => {
    const { name: written, machinery } = model.object(position);
    const name = written.toLowerCase();
    const ranks = words.map((word) => (name === word ? 0 : name.startsWith(word) ? 1 : name.includes(word) ? 2 : 3));
    return Math.min(3, ...ranks) + (machinery ? 4 : 0);
  };
  const ranks = new Map([...found].map((position) => [position, rankOf(position)]));
  return [...found].sort((one, other) => ranks.get(one)! - ranks.get(other)! || one - other);
}
