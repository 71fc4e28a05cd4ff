import { globsMeet, type IamStatement } from '../../iam';
import { demandsOf } from './conditions';

/** An action as a path of escalation has it: `lambda:UpdateFunctionCode`, `iam:PassRole lambda.amazonaws.com`. */
export function allowsOnOthers(statement: IamStatement, step: string, all: readonly IamStatement[]): boolean {
  const [action = '', service] = step.split(' ', 2);
  return (
    statement.effect === 'Allow' &&
    covers(statement, action) &&
    reachesOthers(statement, action) &&
    !isHeld(statement, action, service) &&
    !all.some((other) => deniesEverywhere(other, action))
  );
}

function covers({ actions, notActions }: IamStatement, action: string): boolean {
  const fits = (pattern: string) => globsMeet(pattern.toLowerCase(), action.toLowerCase());
  return notActions.length > 0 ? !notActions.some(fits) : actions.some(fits);
}

function deniesEverywhere(statement: IamStatement, action: string): boolean {
  const { effect, conditions, resources } = statement;
  return (
    effect === 'Deny' && conditions === undefined && resources?.includes('*') === true && covers(statement, action)
  );
}

/** Whether it is allowed on what the statement does not name: everything, or whatever a pattern fits. */
function reachesOthers({ resources, notResources }: IamStatement, action: string): boolean {
  if (notResources !== undefined) return true;
  return (resources ?? []).some((resource) => isOthers(resource, action));
}

function isOthers(resource: string, action: string): boolean {
  const [arn, partition, service, , , ...rest] = resource.split(':');
  if (arn !== 'arn' || partition === undefined || rest.length === 0) return /[*?]/.test(resource);
  // whoever writes policies or keys of anybody, themselves included, has no limits; a person's own user is theirs
  if (action.startsWith('iam:') && action !== 'iam:PassRole') return !resource.includes('${aws:username}');
  // behind a function's name stands a version or an alias of it
  const name = service === 'lambda' ? rest.slice(0, 2).join(':') : rest.join(':');
  return /[*?]/.test(name);
}

/** Keys by which AWS holds an action to what somebody chose, whatever the resource's pattern fits. */
const HOLDING =
  /^(?:aws:resourcetag\/|[a-z0-9-]+:resourcetag\/|iam:permissionsboundary$|iam:policyarn$|iam:associatedresourcearn$)/;

function isHeld({ conditions }: IamStatement, action: string, service: string | undefined): boolean {
  const demands = demandsOf(conditions);
  if (demands.some(({ key }) => HOLDING.test(key))) return true;
  return (
    action === 'iam:PassRole' &&
    service !== undefined &&
    demands.some(
      ({ key, values }) => key === 'iam:passedtoservice' && !values.some((value) => globsMeet(value, service)),
    )
  );
}
