import { allKinds } from './all';
import { formsOf, type Known } from './forms';
import type { Kind } from './kind';

let byKey: ReadonlyMap<string, Known> | undefined;

function index(): ReadonlyMap<string, Known> {
  byKey ??= new Map(
    allKinds
      .flatMap(formsOf)
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map((known) => [known.key, known]),
  );
  return byKey;
}

/** What is known of a kind, by group and kind or by CloudFormation's type; undefined where nothing is. */
export function knownOf(key: string): Known | undefined {
  return index().get(key);
}

/** Every form of every kind, by key. */
export function everyKnown(): Iterable<Known> {
  return index().values();
}

/** The keys of all forms of a kind. */
export function keysOf(kind: Kind): string[] {
  return formsOf(kind).map(({ key }) => key);
}
