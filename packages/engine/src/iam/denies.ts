import { meansAsker } from './applies';
import type { Asking } from './asking';
import { identityPolicies, type Policies } from './policies';
import type { Policy } from './policy';
import { doubtsOf, isAbout, type Means, meansItsOwner, nameOf, reasonOf } from './statement-verdict';
import { isDoubt } from './truth';
import { allOf, type Verdict } from './verdict';

/** A Deny that applies wins over every Allow, in whatever policy it stands. */
export function isNotDenied(asking: Asking, policies: Policies): Verdict {
  const { resource, boundary } = policies;
  return allOf([
    ...identityPolicies(policies).flatMap((policy) => deniesOf(policy, asking, meansItsOwner)),
    ...(resource
      ? deniesOf(resource, asking, (statement) => meansAsker(statement, asking, boundary !== undefined))
      : []),
  ]);
}

function deniesOf(policy: Policy, asking: Asking, means: Means): Verdict[] {
  return policy.statements.flatMap((statement): Verdict[] => {
    if (statement.effect === 'Allow') return [];
    const truth = isAbout(statement, asking, means);
    if (truth === false) return [];
    if (isDoubt(truth)) return [{ truth, because: doubtsOf(truth, statement, policy) }];
    const message = `denied by ${nameOf(statement, policy)}`;
    return [{ truth: false, because: [reasonOf(statement, policy, message)] }];
  });
}
