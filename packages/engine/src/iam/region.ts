import { patternOfFields } from './arn-pattern';
import type { Lookup } from './context';
import { type Pattern, patternOf } from './pattern';
import type { Matching, ResourceName, Statement } from './policy';
import { resolve, type Template, widestPattern } from './template';
import { isDoubt } from './truth';
import { type Clause, witnessOf } from './witness';

/** Actions and resources: each has to fulfil all clauses of its side. */
export interface Region {
  readonly actions: readonly Clause[];
  readonly resources: readonly Clause[];
}

export interface Example {
  readonly action: string;
  readonly resource: string;
}

/** What a statement may speak of at most, or what it speaks of at least. */
export type Bound = 'possible' | 'certain';

export function opposite(bound: Bound): Bound {
  return bound === 'possible' ? 'certain' : 'possible';
}

/** What a statement speaks of, its conditions left aside. */
export function regionOf({ actions, resources }: Statement, lookup: Lookup, bound: Bound): Region {
  return {
    actions: [clauseOf(actions, bound, (pattern) => [pattern])],
    resources: resources ? [clauseOf(resources, bound, (name, of) => resourcePatterns(name, lookup, of))] : [],
  };
}

function clauseOf<T>(
  { negated, items }: Matching<T>,
  bound: Bound,
  patternsOf: (item: T, bound: Bound) => readonly Pattern[],
): Clause {
  // what is left out at least makes what remains at most
  const inner = negated ? opposite(bound) : bound;
  const patterns = items.flatMap((item) =>
    isDoubt(item) ? (inner === 'possible' ? [patternOf('*')] : []) : patternsOf(item as T, inner),
  );
  return { patterns, negated };
}

function resourcePatterns(name: ResourceName, lookup: Lookup, bound: Bound): readonly Pattern[] {
  if (name === '*') return [patternOf('*')];
  // whether a wildcard reaches over a colon is not known: at most it does, at least it does not
  if (bound === 'possible') return resolved(name.whole, lookup, bound);
  const fields = name.fields.map((field) => resolved(field, lookup, bound));
  return fields.every(({ length }) => length === 1) ? [patternOfFields(fields.map(([field]) => field!))] : [];
}

function resolved(template: Template, lookup: Lookup, bound: Bound): readonly Pattern[] {
  const found = resolve(template, lookup);
  if (found === undefined) return [];
  if (isDoubt(found)) return bound === 'possible' ? [widestPattern(template)] : [];
  return [bound === 'possible' ? (found.widest ?? found.pattern) : found.pattern];
}

export function intersection(one: Region, other: Region): Region {
  return { actions: [...one.actions, ...other.actions], resources: [...one.resources, ...other.resources] };
}

/** One action and one resource of a region; undefined where it is certainly empty. */
export function exampleIn({ actions, resources }: Region): Example | 'unknown' | undefined {
  const action = witnessOf(actions);
  const resource = action && witnessOf(resources);
  if (action === undefined || resource === undefined) return undefined;
  return action === 'unknown' || resource === 'unknown' ? 'unknown' : { action: action.text, resource: resource.text };
}

/** More pieces than real policies make; behind them nothing more is taken away. */
const MOST_PIECES = 256;

/** Regions without what statements speak of: what is left has other actions, or other resources, or both. */
export function without(regions: readonly Region[], taken: readonly Region[]): readonly Region[] {
  return taken.reduce(
    (left, one) => (left.length > MOST_PIECES ? left : left.flatMap((region) => withoutOne(region, one))),
    regions,
  );
}

function withoutOne(region: Region, taken: Region): readonly Region[] {
  if (isEmpty(intersection(region, taken))) return [region];
  const { actions, resources } = region;
  return [
    { actions: [...actions, outside(taken.actions)], resources },
    { actions, resources: [...resources, outside(taken.resources)] },
  ].filter((left) => !isEmpty(left));
}

export function isEmpty(region: Region): boolean {
  return exampleIn(region) === undefined;
}

/** What fulfils no clause of a statement, which has one at most; without one it speaks of everything. */
function outside([clause]: readonly Clause[]): Clause {
  return clause ? { patterns: clause.patterns, negated: !clause.negated } : { patterns: [] };
}
