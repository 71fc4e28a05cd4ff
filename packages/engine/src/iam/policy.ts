import type { ArnTemplate } from './arn-pattern';
import type { Condition } from './conditions/condition';
import type { Pattern } from './pattern';
import type { Named } from './principals';
import type { Doubt } from './truth';

/** What a policy has that AWS would refuse, or that is not understood. */
export interface PolicyProblem {
  /** `Statement[0].Condition.StringEquals`. */
  readonly path: string;
  readonly message: string;
}

/** A policy as `readPolicy` understands it. */
export interface Policy {
  /** Whose it is, in messages: `role/platform/worker`. */
  readonly label: string;
  readonly statements: readonly Statement[];
  /** Empty for a policy that AWS takes. What has a problem counts as not known when a request depends on it. */
  readonly problems: readonly PolicyProblem[];
}

export interface Statement {
  /** Its Sid, or `Statement[0]`. */
  readonly name: string;
  /** Undefined where it is not understood. */
  readonly effect?: 'Allow' | 'Deny';
  readonly actions: Matching<Pattern>;
  /** Undefined where the statement has none: trust policies, whose resource is their role. */
  readonly resources?: Matching<ResourceName>;
  /** Undefined where the statement has none, as in identity policies. */
  readonly principals?: Matching<Named>;
  readonly conditions: readonly Condition[];
  /** What of the statement is not understood. */
  readonly doubt?: Doubt;
}

/** `Action` or, negated, `NotAction`: one of the items has to match, or none of them. */
export interface Matching<T> {
  readonly negated: boolean;
  readonly items: readonly (T | Doubt)[];
}

/** Everything, or an ARN. */
export type ResourceName = '*' | ArnTemplate;
