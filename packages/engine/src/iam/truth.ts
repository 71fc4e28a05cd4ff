/** Neither true nor false: it hangs on something that is not known. */
export interface Doubt {
  /** Each completes "hangs on …": `aws:SourceIp, which is not known`. */
  readonly hangsOn: readonly string[];
}

/** Kleene's three values: what depends on a doubt is a doubt itself, unless the rest decides alone. */
export type Truth = boolean | Doubt;

export function doubt(hangsOn: string): Doubt {
  return { hangsOn: [hangsOn] };
}

export function isDoubt(value: unknown): value is Doubt {
  return typeof value === 'object' && value !== null && 'hangsOn' in value;
}

export function not(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}

/** Whether a test holds for all: false where one is false, whatever is in doubt. */
export function every<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  return decided(items, test, false);
}

/** Whether a test holds for one at least: true where one is true, whatever is in doubt. */
export function some<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  return decided(items, test, true);
}

export function both(one: Truth, other: Truth): Truth {
  return every([one, other], (truth) => truth);
}

export function either(one: Truth, other: Truth): Truth {
  return some([one, other], (truth) => truth);
}

function decided<T>(items: readonly T[], test: (item: T) => Truth, deciding: boolean): Truth {
  let doubts: string[] | undefined;
  for (const item of items) {
    const truth = test(item);
    if (truth === deciding) return deciding;
    if (typeof truth !== 'boolean') doubts = [...(doubts ?? []), ...truth.hangsOn];
  }
  return doubts ? { hangsOn: [...new Set(doubts)] } : !deciding;
}
