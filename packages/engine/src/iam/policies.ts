import type { Policy } from './policy';

/**
 * The policies that a request meets. What is not given does not exist; for what is not known, `readPolicy(undefined,
 * label)`.
 */
export interface Policies {
  /** Those of the user or role and of its groups. */
  readonly identity?: readonly Policy[];
  readonly boundary?: Policy;
  /** What was passed when the session began: it limits the session further. */
  readonly session?: readonly Policy[];
  /** The policy of the resource: of a queue or bucket, a key policy, a role's trust policy. */
  readonly resource?: Policy;
  /** Of the principal's account, level by level from the organization's root: each level has to allow. */
  readonly scps?: readonly (readonly Policy[])[];
}

/** Those that speak of whoever they are attached to, without naming them. */
export function identityPolicies({ identity = [], boundary, session = [], scps = [] }: Policies): Policy[] {
  return [...identity, ...(boundary ? [boundary] : []), ...session, ...scps.flat()];
}
