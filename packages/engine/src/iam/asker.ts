import { InputError } from '../errors';
import { arnFieldsOf } from './arn-pattern';
import type { Context } from './context';

/**
 * Who makes a request:
 *
 * - the ARN of a user, of a role, of an account's root (`arn:aws:iam::111122223333:root`), of a session
 *   (`arn:aws:sts::111122223333:assumed-role/name/session`) or of a federated user;
 * - a role with its path and the name of its session, where both matter;
 * - a service: `sns.amazonaws.com`;
 * - an identity provider, whose users assume a role: `accounts.google.com`, or the ARN of an OIDC or SAML provider;
 * - `*`: somebody whom AWS does not know.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type Principal = string | { readonly role: string; readonly session: string } | { readonly federated: string };

/** A principal, understood. */
export type Asker =
  | { readonly kind: 'root'; readonly account: string; readonly arn: string }
  | { readonly kind: 'user'; readonly account: string; readonly arn: string }
  | {
      readonly kind: 'role';
      readonly account: string;
      /** Undefined where only the session's ARN is known, which does not tell the role's path. */
      readonly arn?: string;
      /** Without its path: it is the only one of its account. */
      readonly name: string;
      /** Undefined where any session is meant. */
      readonly session?: string;
    }
  | { readonly kind: 'federated-user'; readonly account: string; readonly arn: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'provider'; readonly provider: string }
  | { readonly kind: 'anonymous' };

/** Throws `InputError` for what is no principal. */
export function askerOf(principal: Principal): Asker {
  if (typeof principal !== 'string') {
    if ('federated' in principal) return { kind: 'provider', provider: principal.federated };
    const role = askerOf(principal.role);
    if (role.kind !== 'role' || role.arn === undefined) throw notUnderstood(principal.role, "a role's ARN");
    return { ...role, session: principal.session };
  }
  if (principal === '*') return { kind: 'anonymous' };
  if (/^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(principal)) return { kind: 'service', service: principal };
  const asker = identityOf(principal);
  if (asker) return asker;
  throw notUnderstood(
    principal,
    "the ARN of a role, a user, a session or an account's root, a service such as sns.amazonaws.com, or *",
  );
}

/** Who belongs to an account. */
export type Identity = Extract<Asker, { readonly account: string }>;

/** The user, role, session or account that an ARN names; undefined for what names none. */
export function identityOf(arn: string): Identity | undefined {
  const [prefix, , service, region, account = '', resource = ''] = arnFieldsOf(arn) ?? [];
  if (prefix !== 'arn' || region !== '' || !/^\d{12}$/.test(account)) return undefined;
  if (/[*?]/.test(arn)) return undefined;
  if (service === 'iam' && resource === 'root') return { kind: 'root', account, arn };
  const [type, ...path] = resource.split('/');
  const last = path.at(-1);
  if (!last) return undefined;
  if (service === 'iam' && type === 'user') return { kind: 'user', account, arn };
  if (service === 'iam' && type === 'role') return { kind: 'role', account, arn, name: last };
  if (service === 'sts' && type === 'federated-user') return { kind: 'federated-user', account, arn };
  if (service === 'sts' && type === 'assumed-role' && path.length === 2)
    return { kind: 'role', account, name: path[0]!, session: last };
  return undefined;
}

/** Undefined for services, providers and strangers. */
export function accountOf(asker: Asker): string | undefined {
  return 'account' in asker ? asker.account : undefined;
}

/**
 * The keys that a request has because of who makes it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
 */
export function contextOf(asker: Asker): Context {
  const account = accountOf(asker);
  const common: Context = {
    'aws:PrincipalIsAWSService': asker.kind === 'service',
    ...(account !== undefined && { 'aws:PrincipalAccount': account, 'kms:CallerAccount': account }),
  };
  switch (asker.kind) {
    case 'root':
      return { ...common, 'aws:PrincipalArn': asker.arn, 'aws:PrincipalType': 'Account' };
    case 'user':
      return {
        ...common,
        'aws:PrincipalArn': asker.arn,
        'aws:PrincipalType': 'User',
        'aws:username': asker.arn.split('/').at(-1)!,
      };
    case 'role':
      return {
        ...common,
        'aws:PrincipalType': 'AssumedRole',
        'aws:username': null,
        ...(asker.arn !== undefined && { 'aws:PrincipalArn': asker.arn }),
      };
    case 'federated-user':
      return { ...common, 'aws:PrincipalArn': asker.arn, 'aws:PrincipalType': 'FederatedUser', 'aws:username': null };
    case 'service':
      return { ...common, 'aws:PrincipalServiceName': asker.service };
    case 'anonymous':
      return { ...common, 'aws:PrincipalArn': null, 'aws:PrincipalAccount': null, 'aws:PrincipalType': 'Anonymous' };
    case 'provider':
      return common;
  }
}

function notUnderstood(principal: string, allowed: string): InputError {
  return new InputError(`principal is '${principal}': allowed is ${allowed}`);
}
