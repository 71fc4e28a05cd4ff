import { namesAsker } from './applies';
import { accountOf } from './asker';
import type { Asking } from './asking';
import { needsPolicyOfResource } from './kinds';
import type { Policies } from './policies';
import type { Policy } from './policy';
import type { Level } from './principals';
import { doubtsOf, isAbout, type Means, meansItsOwner, nameOf, reasonOf } from './statement-verdict';
import { doubt, isDoubt } from './truth';
import { allOf, anyOf, type Reason, type Verdict } from './verdict';

/**
 * Whether the policies allow a request, denies left aside.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function isAllowed(asking: Asking, policies: Policies): Verdict {
  const account = accountOf(asking.asker);
  // services, providers and strangers have no policies of their own
  if (account === undefined) return byResource(asking, policies, 'themselves');
  const scps = (policies.scps ?? []).map((level) => allowedIn(level, asking, meansItsOwner, 'SCP'));
  return allOf([...scps, ofAccounts(account, asking, policies)]);
}

function ofAccounts(account: string, asking: Asking, policies: Policies): Verdict {
  if (asking.resourceAccount === account) return sameAccount(asking, policies);
  const across = otherAccount(asking, policies);
  if (asking.resourceAccount !== undefined) return across;
  const inside = sameAccount(asking, policies);
  if (!isDoubt(inside.truth) && inside.truth === across.truth) return inside;
  const hangsOn = `the account of ${asking.resource}, which is not known`;
  return { truth: doubt(hangsOn), because: [{ message: `hangs on ${hangsOn}` }] };
}

/** One side is enough, but for roles and keys. */
function sameAccount(asking: Asking, policies: Policies): Verdict {
  const limits = limitsOf(asking, policies);
  const own = allOf([byIdentity(asking, policies), ...limits]);
  const isStrict = needsPolicyOfResource(asking);
  if (!policies.resource && !isStrict) return own;
  return anyOf([
    // whoever is named themselves has it, whatever their boundary and session leave out
    byResource(asking, policies, 'themselves'),
    allOf([byResource(asking, policies, 'role'), ...limits]),
    isStrict ? allOf([byResource(asking, policies, 'account'), own]) : own,
  ]);
}

/**
 * Both sides have to allow it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
function otherAccount(asking: Asking, policies: Policies): Verdict {
  const levels: readonly Level[] = ['themselves', 'role', 'account'];
  return allOf([
    byIdentity(asking, policies),
    ...limitsOf(asking, policies),
    anyOf(levels.map((level) => byResource(asking, policies, level))),
  ]);
}

function byIdentity(asking: Asking, { identity = [] }: Policies): Verdict {
  const { asker, action } = asking;
  if (asker.kind === 'root') return ofRoot(action);
  return allowedIn(identity, asking, meansItsOwner, 'identity policy');
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: root cannot call it. */
function ofRoot(action: string): Verdict {
  return action.toLowerCase() === 'sts:assumerole'
    ? { truth: false, because: [{ message: "an account's root cannot assume roles" }] }
    : { truth: true, because: [{ message: "an account's root may do everything in it" }] };
}

/** What an identity policy allows, the boundary and the session's policies have to allow too. */
function limitsOf(asking: Asking, { boundary, session }: Policies): Verdict[] {
  const isBounded = boundary !== undefined && asking.asker.kind !== 'root';
  return [
    ...(isBounded ? [allowedIn([boundary], asking, meansItsOwner, 'boundary')] : []),
    ...(session ? [allowedIn(session, asking, meansItsOwner, 'session policy')] : []),
    ...(!session && asking.asker.kind === 'federated-user'
      ? [{ truth: false, because: [{ message: 'a federated user without a session policy has no permissions' }] }]
      : []),
  ];
}

function byResource(asking: Asking, { resource: policy }: Policies, level: Level): Verdict {
  const { action, resource } = asking;
  if (policy) {
    const means: Means = (statement) => namesAsker(statement, asking, level);
    const missing =
      level === 'account' && needsPolicyOfResource(asking)
        ? `no statement of ${policy.label} leaves ${action} to the account`
        : undefined;
    return allowedIn([policy], asking, means, 'policy', missing);
  }
  // every role and every key has a policy
  if (needsPolicyOfResource(asking)) {
    const hangsOn = `the policy of ${resource}, which is not given`;
    return { truth: doubt(hangsOn), because: [{ message: `hangs on ${hangsOn}` }] };
  }
  return { truth: false, because: [{ message: `${resource} has no policy that allows ${action} to others` }] };
}

/** Whether a statement of the policies allows what is asked. */
function allowedIn(policies: readonly Policy[], asking: Asking, means: Means, kind: string, missing?: string): Verdict {
  const verdicts: Verdict[] = [];
  for (const policy of policies)
    for (const statement of policy.statements) {
      if (statement.effect === 'Deny') continue;
      const truth = isAbout(statement, asking, means);
      if (truth === true) {
        const message = `allowed by ${nameOf(statement, policy)}`;
        return { truth, because: [reasonOf(statement, policy, message)] };
      }
      if (isDoubt(truth)) verdicts.push({ truth, because: doubtsOf(truth, statement, policy) });
    }
  return verdicts.length > 0
    ? anyOf(verdicts)
    : { truth: false, because: [noneAllows(policies, asking, kind, missing)] };
}

function noneAllows(
  policies: readonly Policy[],
  { action, resource }: Asking,
  kind: string,
  missing: string | undefined,
): Reason {
  const [only] = policies;
  if (!only) return { message: `there is no ${kind} that allows ${action} on ${resource}` };
  const labels = policies.map(({ label }) => label).join(', ');
  return {
    message: missing ?? `no statement of ${labels} allows ${action} on ${resource}`,
    ...(policies.length === 1 && { policy: only.label }),
  };
}
