import { type Asker, accountOf, type Identity } from './asker';
import { type Doubt, doubt, isDoubt, some, type Truth } from './truth';

/** One name in a `Principal` or `NotPrincipal`. */
export type Named =
  /** `*`, or `{"AWS": "*"}`, of which AWS says only that it is the same for people whom it does not know. */
  | { readonly kind: 'everyone'; readonly onlyAws: boolean }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'identity'; readonly identity: Identity }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'provider'; readonly provider: string }
  | { readonly kind: 'canonical-user'; readonly id: string };

/**
 * How a statement names somebody: themselves; the role of their session, which leaves the role's limits in force; or
 * their account, which leaves it to the account to allow it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export type Level = 'themselves' | 'role' | 'account';
export const LEVELS: readonly Level[] = ['themselves', 'role', 'account'];

/** Whether one of the names stands for somebody, on a level. */
export function names(named: readonly (Named | Doubt)[], asker: Asker, level: Level): Truth {
  return some(named, (one) => {
    const found = isDoubt(one) ? one : levelOf(one, asker);
    return isDoubt(found) ? found : found === level;
  });
}

/**
 * Whether a `NotPrincipal` leaves somebody out: they are named with everything that they belong to, a session with its
 * role and account. Whoever is named only in part may be meant or not, which depends on the service.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function leavesOut(named: readonly (Named | Doubt)[], asker: Asker): Truth {
  const levels = levelsOf(asker);
  const found = levels.map((level) => names(named, asker, level));
  const uncertain = found.find(isDoubt);
  if (uncertain) return uncertain;
  if (found.every((truth) => truth)) return true;
  return found.some((truth) => truth) && doubt('a NotPrincipal that names only a part of session, role and account');
}

function levelsOf(asker: Asker): readonly Level[] {
  if (asker.kind === 'role') return LEVELS;
  return accountOf(asker) !== undefined && asker.kind !== 'root' ? ['themselves', 'account'] : ['themselves'];
}

function levelOf(named: Named, asker: Asker): Level | false | Doubt {
  switch (named.kind) {
    case 'everyone':
      return named.onlyAws && (asker.kind === 'service' || asker.kind === 'provider')
        ? doubt(`whether {"AWS": "*"} means ${asker.kind === 'service' ? 'services' : 'identity providers'} too`)
        : 'themselves';
    case 'account':
      return accountOf(asker) === named.account && 'account';
    case 'canonical-user':
      return accountOf(asker) === undefined
        ? false
        : doubt(`the account of the canonical user ${named.id}, which is not known`);
    case 'service':
      return asker.kind === 'service' && levelOfService(named.service, asker.service);
    case 'provider':
      return asker.kind === 'provider' && asker.provider === named.provider && 'themselves';
    case 'identity':
      return levelOfIdentity(named.identity, asker);
  }
}

/** A service may have a name in each region: `logs.amazonaws.com`, `logs.us-east-1.amazonaws.com`. */
function levelOfService(named: string, asking: string): Level | false | Doubt {
  if (named === asking) return 'themselves';
  return named.split('.')[0] === asking.split('.')[0] && doubt(`whether ${named} is ${asking}`);
}

function levelOfIdentity(named: Identity, asker: Asker): Level | false | Doubt {
  if (accountOf(asker) !== named.account) return false;
  if (named.kind === 'role' && asker.kind === 'role') {
    if (named.name !== asker.name) return false;
    if (named.session === undefined) {
      const isOther = asker.arn !== undefined && named.arn !== asker.arn;
      return isOther ? doubt(`whether ${named.arn} is ${asker.arn}: an account has one role of a name`) : 'role';
    }
    if (asker.session === undefined) return doubt(`the name of the session, which is not known`);
    return named.session === asker.session && 'themselves';
  }
  if (named.kind === 'user' && asker.kind === 'federated-user')
    return doubt(`whether ${asker.arn} was made by ${named.arn}`);
  return 'arn' in named && 'arn' in asker && named.arn === asker.arn && 'themselves';
}
