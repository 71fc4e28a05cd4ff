import { type IamStatement, principalsOf } from '../../iam';
import { isRecord } from '../../manifests';
import type { Home, Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { type CarriedPolicy, placeOf, policiesIn } from './carried-policies';
import { demandsOf } from './conditions';

export const foreignTrust: Rule = {
  id: 'privilege/foreign-trust',
  group: 'privilege',
  reason: 'An account that no environment names belongs to somebody else: what trusts it is theirs too.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  const known = accountsOf(tree.home);
  for (const policy of policiesIn(tree)) {
    const message = wrongWith(policy, known);
    if (message !== undefined) yield { object: policy.object, path: policy.path, message };
  }
}

/** One message for a policy, with everybody in it who is not known. */
function wrongWith(policy: CarriedPolicy, known: ReadonlySet<string>): string | undefined {
  const found = policy.statements
    .filter(({ effect }) => effect === 'Allow')
    .map((statement) => ({ statement, strangers: strangersIn(statement, known) }))
    .filter(({ strangers }) => strangers.length > 0);
  if (found.length === 0) return undefined;
  const places = found.map(({ statement }) => placeOf(policy, statement)).join(', ');
  const strangers = [...new Set(found.flatMap((one) => one.strangers))].join(', ');
  return `${places}: lets in ${strangers}, which no environment names; allowed are ${[...known].join(', ')}`;
}

function accountsOf({ account, facts, accounts = new Set() }: Home): ReadonlySet<string> {
  return new Set([account, ...accounts, ...[...facts].flatMap((fact) => accountsIn(fact))]);
}

/** The accounts of ARNs, and of texts that are one. */
function accountsIn(text: string): string[] {
  const [, account] = /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?:$|:)/.exec(text) ?? [];
  return account === undefined ? [] : [account];
}

/** Keys that say whose the caller is, or whose resource an AWS service calls for. */
const CALLER = /^(?:aws:(?:principal|source)(?:account|arn)|kms:calleraccount)$/;

function strangersIn(statement: IamStatement, known: ReadonlySet<string>): string[] {
  const demanded = demandsOf(statement.conditions)
    .filter(({ key }) => CALLER.test(key))
    .flatMap(({ values }) => values.flatMap(accountsIn));
  const accounts = [...principalsOf(statement).flatMap(accountsIn), ...demanded];
  return [...accounts.filter((account) => !known.has(account)), ...unreadable(statement)];
}

/**
 * Principals that say no account: the canonical user of S3, and the id that AWS leaves of a principal that is gone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function unreadable(statement: IamStatement): string[] {
  const { principal } = statement;
  const canonical = isRecord(principal) && 'CanonicalUser' in principal ? [principal['CanonicalUser']].flat() : [];
  return [...canonical.map(String), ...principalsOf(statement).filter((one) => /^A[A-Z]{3}[A-Z0-9]{12,}$/.test(one))];
}
