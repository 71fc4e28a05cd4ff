import { ANY, ANY_IN_FIELD, ONE, ONE_IN_FIELD, type Pattern } from './pattern';

/** A text fits one of the patterns; negated, it fits none of them. */
export interface Clause {
  readonly patterns: readonly Pattern[];
  readonly negated?: boolean;
}

/** More states than real policies have; behind them the search says that it does not know. */
const MOST_STATES = 20_000;
const COLON = ':'.charCodeAt(0);
/** Letters for places where any other letter does as well. */
const OTHERS = [...'xyz0123456789abcdefghijklmnopqrstuvw'].map((letter) => letter.charCodeAt(0));

/** Where a clause stands: how far each of its patterns may have been read. */
type Places = readonly (readonly number[])[];

/**
 * A shortest text that fulfils all clauses; undefined where there is certainly none, `'unknown'` where the search
 * became too long. It runs through the product of the patterns' automata, whose states are sets of places in them.
 */
export function witnessOf(clauses: readonly Clause[], most = MOST_STATES): { text: string } | 'unknown' | undefined {
  const start = clauses.map(({ patterns }) => patterns.map((pattern) => reach(pattern, [0])));
  if (isLost(clauses, start)) return undefined;
  const seen = new Set([keyOf(start)]);
  let edge: { places: readonly Places[]; text: string }[] = [{ places: start, text: '' }];
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { places, text } of edge) {
      if (isFulfilled(clauses, places)) return { text };
      for (const letter of lettersAt(clauses, places)) {
        const after = clauses.map(({ patterns }, clause) =>
          patterns.map((pattern, index) => step(pattern, places[clause]![index]!, letter)),
        );
        const key = keyOf(after);
        if (seen.has(key) || isLost(clauses, after)) continue;
        if (seen.size >= most) return 'unknown';
        seen.add(key);
        next.push({ places: after, text: text + String.fromCharCode(letter) });
      }
    }
    edge = next;
  }
  return undefined;
}

function step(pattern: Pattern, places: readonly number[], letter: number): readonly number[] {
  const after: number[] = [];
  for (const place of places) {
    const wanted = pattern.letters[place];
    if (wanted === ANY || (wanted === ANY_IN_FIELD && letter !== COLON)) after.push(place);
    else if (wanted === letter || wanted === ONE || (wanted === ONE_IN_FIELD && letter !== COLON))
      after.push(place + 1);
  }
  return reach(pattern, after);
}

/** A star may stand for nothing: whoever is before it is also behind it. */
function reach({ letters }: Pattern, places: readonly number[]): readonly number[] {
  const reached = new Set<number>();
  for (let place of places) {
    reached.add(place);
    while (letters[place] === ANY || letters[place] === ANY_IN_FIELD) reached.add(++place);
  }
  return [...reached].sort((one, other) => one - other);
}

function isAtEnd({ letters }: Pattern, places: readonly number[]): boolean {
  return places.includes(letters.length);
}

function isFulfilled(clauses: readonly Clause[], places: readonly Places[]): boolean {
  return clauses.every(
    ({ patterns, negated = false }, clause) =>
      patterns.some((pattern, index) => isAtEnd(pattern, places[clause]![index]!)) !== negated,
  );
}

/** Nothing that could follow fulfils the clauses: no pattern is left, or one that takes any rest is forbidden. */
function isLost(clauses: readonly Clause[], places: readonly Places[]): boolean {
  return clauses.some(({ patterns, negated = false }, clause) =>
    negated
      ? patterns.some(
          ({ letters }, index) => letters.at(-1) === ANY && places[clause]![index]!.includes(letters.length - 1),
        )
      : places[clause]!.every((left) => left.length === 0),
  );
}

/** Letters that some pattern waits for, a colon where fields end, and one letter for all the others. */
function lettersAt(clauses: readonly Clause[], places: readonly Places[]): number[] {
  const letters = new Set<number>();
  for (const [clause, { patterns }] of clauses.entries())
    for (const [index, pattern] of patterns.entries())
      for (const place of places[clause]![index]!) {
        const wanted = pattern.letters[place];
        if (wanted === undefined) continue;
        if (wanted >= 0) letters.add(wanted);
        else if (wanted === ANY_IN_FIELD || wanted === ONE_IN_FIELD) letters.add(COLON);
      }
  return [...letters, OTHERS.find((letter) => !letters.has(letter)) ?? 0x4e00];
}

function keyOf(places: readonly Places[]): string {
  return places.map((clause) => clause.map((left) => left.join(',')).join(';')).join('|');
}
