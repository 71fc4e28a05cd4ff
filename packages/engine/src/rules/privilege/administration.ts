import { oncePer } from '../../collections';
import { visit } from '../../references';
import type { TreeObject } from '../../relations';
import { ofEachObject } from '../of-each';
import type { Problem, Rule } from '../rule';
import { allowsOnOthers } from './allowed-action';
import { type CarriedPolicy, placeOf, policiesOf } from './carried-policies';
import { escalationPaths } from './escalation-paths';

export const administration: Rule = {
  id: 'privilege/administration',
  group: 'privilege',
  reason:
    'Whoever may write policies, pass any role or change what runs as another is an administrator, whatever the policy is called.',
  link: 'https://pathfinding.cloud',
  check: ofEachObject(problemsOf),
};

function* problemsOf(object: TreeObject): Generator<Problem> {
  for (const policy of policiesOf(object)) {
    const message = policy.isTrust ? undefined : wrongWith(policy);
    if (message !== undefined) yield { object, path: policy.path, message };
  }
  yield* managedPolicies(object);
}

/** One message for a policy: its worst statement, or the first path that it opens and how many more. */
function wrongWith(policy: CarriedPolicy): string | undefined {
  // what names principals limits itself to the object that it is attached to
  const statements = policy.statements.filter(
    ({ principal, notPrincipal }) => (principal ?? notPrincipal) === undefined,
  );
  const everything = statements.find(
    ({ effect, actions, resources }) =>
      effect === 'Allow' && actions.some((action) => /^[*?:]*\*[*?:]*$/.test(action)) && resources?.includes('*'),
  );
  if (everything) return `${placeOf(policy, everything)} allows every action on everything`;
  const open = Object.entries(escalationPaths).filter(([, steps]) =>
    steps.every((step) => statements.some((statement) => allowsOnOthers(statement, step, statements))),
  );
  const [first] = open;
  if (!first) return undefined;
  const [id, steps] = first;
  const statement = statements.find((one) => allowsOnOthers(one, steps[0]!, statements))!;
  const more = open.length > 1 ? `, and ${open.length - 1} more such paths` : '';
  return `${placeOf(policy, statement)} allows ${steps.join(' and ')} on what others own: by path ${id} its holder becomes them${more}; name the resources`;
}

/**
 * Policies of AWS's own that make an administrator, or leave open what does.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const MANAGED =
  /^arn:aws[a-z-]*:iam::aws:policy\/(AdministratorAccess(?:-Amplify|-AWSElasticBeanstalk)?|IAMFullAccess|PowerUserAccess|AWSLambda_FullAccess)$/;

const managedPolicies = oncePer((object: TreeObject): readonly Problem[] => {
  const problems: Problem[] = [];
  visit(object.manifest, ({ value, path }) => {
    const [, name] = (typeof value === 'string' && MANAGED.exec(value)) || [];
    if (name !== undefined)
      problems.push({ object, path, message: `attaches ${name}, which makes its holder an administrator` });
  });
  return problems;
});
