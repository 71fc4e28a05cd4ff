import { fitsArn } from './arn-pattern';
import type { Asking } from './asking';
import { fits } from './pattern';
import type { Matching, ResourceName, Statement } from './policy';
import { type Level, leavesOut, names } from './principals';
import { fitsTemplate, hasValues, widestPattern } from './template';
import { type Doubt, doubt, every, isDoubt, not, some, type Truth } from './truth';

/** Whether a statement speaks of a request, whoever makes it. */
export function speaksOf({ actions, resources, conditions, doubt: unclear }: Statement, asking: Asking): Truth {
  const isAction = matches(actions, (pattern) => fits(pattern, asking.actionInLowerCase));
  if (isAction === false) return false;
  const isResource = resources ? matches(resources, (name) => isNamed(name, asking, resources.negated)) : true;
  if (isResource === false) return false;
  const holds = every(conditions, (condition) => condition(asking.lookup));
  if (holds === false) return false;
  return every([isAction, isResource, holds, unclear ?? true], (truth) => truth);
}

export function matches<T extends object | string>({ negated, items }: Matching<T>, test: (item: T) => Truth): Truth {
  const truth = some(items, (item) => (isDoubt(item) ? item : test(item as T)));
  return negated ? not(truth) : truth;
}

function isNamed(name: ResourceName, { resource, resourceFields, lookup }: Asking, negated: boolean): Truth {
  if (name === '*') return true;
  if (!resourceFields) return false;
  const truth = fitsArn(name, resourceFields, lookup);
  if (truth !== false) return truth;
  // "the resource that includes a policy variable with no value will not match any resource": of a NotResource it is
  // not clear whether that leaves nothing out or everything
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
  if (negated && !hasValues(name.whole, lookup))
    return doubt('a policy variable of its NotResource, which has no value or none that is known');
  // "You can use wildcard characters within any ARN segment": whether one may stand for several segments, AWS does not
  // say
  const loosely = fitsTemplate(name.whole, resource, lookup);
  const mayReach = loosely === true || (isDoubt(loosely) && fits(widestPattern(name.whole), resource));
  return mayReach && doubt('a wildcard of a Resource that would have to reach over a colon');
}

/** Whether a statement of a resource's policy names who asks, on a level. */
export function namesAsker({ principals, name }: Statement, { asker }: Pick<Asking, 'asker'>, level: Level): Truth {
  if (!principals) return lacksPrincipal(name);
  const { negated, items } = principals;
  if (!negated) return names(items, asker, level);
  return level === 'themselves' ? not(leavesOut(items, asker)) : false;
}

/** Whether a Deny of a resource's policy means who asks: on any level. */
export function meansAsker(
  { principals, name }: Statement,
  { asker }: Pick<Asking, 'asker'>,
  hasBoundary: boolean,
): Truth {
  if (!principals) return lacksPrincipal(name);
  const { negated, items } = principals;
  if (!negated) return some(['themselves', 'role', 'account'] as const, (level) => names(items, asker, level));
  // "The NotPrincipal element with a Deny effect will always deny any IAM principal that has a permissions boundary
  // policy attached" https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
  if (hasBoundary && (asker.kind === 'user' || asker.kind === 'role')) return true;
  return not(leavesOut(items, asker));
}

function lacksPrincipal(name: string): Doubt {
  return doubt(`statement ${name}, which has no Principal though it is a resource's`);
}
