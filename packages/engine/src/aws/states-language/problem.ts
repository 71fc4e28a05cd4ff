import { MOST } from './bounds';

/** What is wrong with a definition, and where in it: `States.Pay.Retry[0]`. */
export interface StatesProblem {
  readonly at: string;
  readonly message: string;
}

/** A state, or a part of one. */
export type StateFields = Readonly<Record<string, unknown>>;

/** A number that is not whole or out of bounds; what an expression gives is known only when it runs. */
export function* wholeNumber(fields: StateFields, field: string, least: number, at: string): Generator<StatesProblem> {
  const value = fields[field];
  if (typeof value === 'number' && (!Number.isInteger(value) || value < least || value > MOST))
    yield { at, message: `${field} is ${value}, a whole number from ${least} to ${MOST} is allowed` };
}
