import { every, isDoubt, some, type Truth } from './truth';

/** Why a request is decided as it is. */
export interface Reason {
  /** One plain sentence, without capital and full stop: `denied by statement NoPolicies of the boundary`. */
  readonly message: string;
  /** The label of the policy that it is about, if it is about one. */
  readonly policy?: string;
  /** The Sid of its statement, or `Statement[0]`. */
  readonly statement?: string;
}

/** A truth with what speaks for it. */
export interface Verdict {
  readonly truth: Truth;
  readonly because: readonly Reason[];
}

/** True where all are; the reasons are of those that decide. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  return judged(
    verdicts,
    every(verdicts, ({ truth }) => truth),
  );
}

/** True where one is; the reasons are of those that decide. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  return judged(
    verdicts,
    some(verdicts, ({ truth }) => truth),
  );
}

function judged(verdicts: readonly Verdict[], truth: Truth): Verdict {
  const deciding = verdicts.filter((verdict) => (isDoubt(truth) ? isDoubt(verdict.truth) : verdict.truth === truth));
  return { truth, because: distinct(deciding.flatMap(({ because }) => because)) };
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [reason.message, reason])).values()];
}
