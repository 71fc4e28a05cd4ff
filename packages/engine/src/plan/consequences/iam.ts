import { type IamStatement, statementsOf } from '../../iam';
import { objectKey } from '../../manifests';
import { parsedIn, Tree } from '../../rules';
import type { PlanObject } from '../objects';
import type { EnvironmentPlan } from '../plan';

/** What a role, or whoever a policy names, may do that it could not, or no longer. */
export interface IamDelta {
  readonly environment: string;
  readonly object: string;
  /** `spec.inlinePolicies.deliver`. */
  readonly path: string;
  /** Actions that were not allowed at all. */
  readonly actionsAdded: readonly string[];
  readonly actionsRemoved: readonly string[];
  /** `s3:GetObject on arn:aws:s3:::logs/*`, of actions that were allowed elsewhere. */
  readonly resourcesWidened: readonly string[];
  readonly resourcesNarrowed: readonly string[];
}

/** The changes of permissions, policy by policy. */
export function iamDelta({ name, changes }: EnvironmentPlan): IamDelta[] {
  return changes.flatMap(({ pair: { old, now } }) => {
    const object = (now ?? old)!;
    const [before, after] = [policiesOf(old), policiesOf(now)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
      const delta = difference(before.get(path) ?? [], after.get(path) ?? []);
      return delta ? [{ environment: name, object: objectKey(object.manifest), path, ...delta }] : [];
    });
  });
}

function policiesOf(object: PlanObject | undefined): Map<string, readonly IamStatement[]> {
  if (!object || !/Statement|polic/i.test(object.doc.text)) return new Map();
  const tree = new Tree([{ manifest: object.manifest, application: object.application }], NO_HOME);
  return new Map(
    [...parsedIn(tree, 'iam-policy', 'trust-policy')].map(({ path, value }) => [path, statementsOf(value)]),
  );
}

const NO_HOME = { account: '', region: '', facts: new Set<string>() };

function difference(before: readonly IamStatement[], after: readonly IamStatement[]) {
  const [old, now] = [grants(before), grants(after)];
  const [oldActions, newActions] = [actionsOf(old), actionsOf(now)];
  const actionsAdded = [...newActions].filter((action) => !oldActions.has(action)).sort();
  const actionsRemoved = [...oldActions].filter((action) => !newActions.has(action)).sort();
  const others = (some: ReadonlySet<string>, than: ReadonlySet<string>, actions: ReadonlySet<string>) =>
    [...some].filter((grant) => !than.has(grant) && actions.has(grant.split(' on ')[0]!)).sort();
  const resourcesWidened = others(now, old, oldActions);
  const resourcesNarrowed = others(old, now, newActions);
  const isSame = [actionsAdded, actionsRemoved, resourcesWidened, resourcesNarrowed].every(
    ({ length }) => length === 0,
  );
  return isSame ? undefined : { actionsAdded, actionsRemoved, resourcesWidened, resourcesNarrowed };
}

/** `action on resource`; a statement without resources is about the object that carries it. */
function grants(statements: readonly IamStatement[]): Set<string> {
  return new Set(
    statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ actions, resources = ['itself'], notResources }) =>
        actions.flatMap((action) =>
          notResources
            ? [`${action} on everything but ${notResources.join(', ')}`]
            : resources.map((resource) => `${action} on ${resource}`),
        ),
      ),
  );
}

function actionsOf(all: ReadonlySet<string>): Set<string> {
  return new Set([...all].map((grant) => grant.split(' on ')[0]!));
}
