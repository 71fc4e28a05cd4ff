import table from './recommended-policies.json';

/** What a policy allows: patterns of actions, or all but some. */
interface Allowed {
  readonly actions: readonly string[];
  readonly notActions?: readonly string[];
}

/** What ACK's controllers recommend for themselves, by service: AWS's own policies, actions, or both. */
export const recommendations: Readonly<
  Record<string, { readonly managed?: readonly string[]; readonly actions?: readonly string[] }>
> = table.services;

/** AWS's own policies by name. */
export const managedPolicies: Readonly<Record<string, Allowed>> = table.managedPolicies;
