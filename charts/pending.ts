import type { Environment } from '../environments';
import { arnFor } from '../lib/aws/physical';

/** An object that charts refer to and that a later chart brings. */
export interface Pending {
  /** Group and kind; core kinds have no group. */
  readonly kind: string;
  /** Without the environment's prefix. */
  readonly name: string;
  /** Who needs it, and where it will come from. */
  readonly because: string;
}

/** Everything that dist refers to and does not hold yet: nothing, outside of a change that brings its parts one after another. */
export const pending: Readonly<Record<string, Pending>> = {};

/** The AWS name that a pending object will have. */
export function pendingName({ name }: Pending, { namePrefix }: Environment): string {
  return `${namePrefix}${name}`;
}

/** The ARN that a pending AWS object will have. */
export function pendingArn(one: Pending, environment: Environment): string {
  return arnFor(one.kind, pendingName(one, environment), environment);
}

/** Every pending object as validation looks for it. */
export function pendingIn(environment: Environment): (Pending & { readonly awsName: string; readonly arn: string })[] {
  const all: readonly Pending[] = Object.values(pending);
  return all.map((one) => ({
    ...one,
    awsName: pendingName(one, environment),
    arn: pendingArn(one, environment),
  }));
}
