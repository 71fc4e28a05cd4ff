import { speaksOf } from './applies';
import type { Asking } from './asking';
import type { Policy, Statement } from './policy';
import { type Doubt, doubt, type Truth } from './truth';
import type { Reason } from './verdict';

/** Whether a statement means who asks, apart from what they ask. */
export type Means = (statement: Statement) => Truth;

/** Whether a statement means who asks and speaks of what they ask. */
export function isAbout(statement: Statement, asking: Asking, means: Means): Truth {
  const meant = means(statement);
  if (meant === false) return false;
  const speaks = speaksOf(statement, asking);
  if (meant === true || speaks === false) return speaks;
  return speaks === true ? meant : { hangsOn: [...meant.hangsOn, ...speaks.hangsOn] };
}

/** Statements of identity policies mean whoever has them. */
export function meansItsOwner({ principals }: Statement): Truth {
  return principals ? doubt('its Principal, which policies of identities do not have') : true;
}

/** `statement NoPolicies of the boundary`, `Statement[0] of role/worker`. */
export function nameOf({ name }: Statement, { label }: Policy): string {
  return `${name.startsWith('Statement[') ? name : `statement ${name}`} of ${label}`;
}

export function reasonOf(statement: Statement, policy: Policy, message: string): Reason {
  return { message, policy: policy.label, statement: statement.name };
}

export function doubtsOf({ hangsOn }: Doubt, statement: Statement, policy: Policy): Reason[] {
  return hangsOn.map((one) => reasonOf(statement, policy, `${nameOf(statement, policy)} hangs on ${one}`));
}
