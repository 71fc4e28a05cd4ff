import { InputError } from '../errors';
import { arnFieldsOf } from './arn-pattern';
import { type Asker, accountOf, askerOf, contextOf, type Principal } from './asker';
import { type Context, type Lookup, lookupIn } from './context';

/** What somebody wants to do. */
export interface Request {
  readonly principal: Principal;
  /** One action: `sqs:SendMessage`. */
  readonly action: string;
  /** Its ARN, or `*` for actions without a resource, such as `sqs:ListQueues`. */
  readonly resource: string;
  /**
   * Whose the resource is, for ARNs that do not say so, as those of S3.
   * @default that of the ARN; not known where it has none
   */
  readonly resourceAccount?: string;
  /** What is known of the request's keys; what the principal and the resource tell is added. @default nothing */
  readonly context?: Context;
  /** Keys that `context` does not have are absent from the request. @default false: they are not known */
  readonly contextIsComplete?: boolean;
}

/** A request, understood. */
export interface Asking {
  readonly asker: Asker;
  /** As the caller writes it. */
  readonly action: string;
  /** As policies compare it. */
  readonly actionInLowerCase: string;
  readonly resource: string;
  /** Undefined for `*`. */
  readonly resourceFields?: readonly string[];
  /** Undefined where it is not known. */
  readonly resourceAccount?: string;
  readonly lookup: Lookup;
}

/** Throws `InputError` for a request that nobody can make. */
export function askingOf(request: Request): Asking {
  const { principal, action, resource } = request;
  if (!/^[A-Za-z0-9-]+:[A-Za-z0-9_-]+$/.test(action))
    throw new InputError(`action is '${action}': allowed is one action, such as sqs:SendMessage`);
  const resourceFields = arnFieldsOf(resource);
  if (resource !== '*' && resourceFields?.[0] !== 'arn')
    throw new InputError(`resource is '${resource}': allowed is an ARN, or * for actions without a resource`);
  const asker = askerOf(principal);
  const resourceAccount = request.resourceAccount ?? accountOfResource(resource, asker);
  return {
    asker,
    action,
    actionInLowerCase: action.toLowerCase(),
    resource,
    ...(resourceFields && { resourceFields }),
    ...(resourceAccount !== undefined && { resourceAccount }),
    lookup: lookupOf(request, asker, resourceAccount),
  };
}

/** Keys that the request has of itself stand before those of the caller, which win. */
export function lookupOf(
  { context = {}, contextIsComplete = false }: Pick<Request, 'context' | 'contextIsComplete'>,
  asker: Asker,
  resourceAccount: string | undefined,
): Lookup {
  const ofResource = resourceAccount === undefined ? {} : { 'aws:ResourceAccount': resourceAccount };
  return lookupIn([contextOf(asker), ofResource, context], contextIsComplete);
}

/** Undefined where the ARN does not tell. What AWS itself owns, such as its managed policies, is everybody's. */
export function accountOfResource(resource: string, asker: Asker): string | undefined {
  if (resource === '*') return accountOf(asker);
  const account = arnFieldsOf(resource)?.[4];
  if (account === 'aws') return accountOf(asker);
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
