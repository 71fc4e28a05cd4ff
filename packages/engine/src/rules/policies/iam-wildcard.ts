import { iamService } from '../../aws';
import { type IamStatement, statementsOf } from '../../iam';
import { kindKey } from '../../manifests';
import type { EmbeddedDocument } from '../documents/document';
import { ofEachDocument } from '../of-each';
import type { Problem, Rule } from '../rule';

export const iamWildcard: Rule = {
  id: 'iam-wildcard',
  group: 'policy',
  reason: 'Least privilege: a wildcard grants what AWS adds tomorrow, and what nobody thought of today.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  check: ofEachDocument(['iam-policy', 'trust-policy'], problemsOf),
};

/** In a key's own policy `*` means the key (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html). */
const KEYS = new Set(['kms.services.k8s.aws/Key', 'kms.aws.m.upbound.io/Key', 'kms.aws.m.upbound.io/ReplicaKey']);

/**
 * Actions whose only resource is one that most of what they reach is not in: metrics of AWS's services are in no dataset.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
 */
const BEYOND_RESOURCES = new Set(['cloudwatch:GetMetricData', 'cloudwatch:ListMetrics']);

function* problemsOf({ object, path, value }: EmbeddedDocument): Generator<Problem> {
  if (KEYS.has(kindKey(object.manifest))) return;
  const statements = statementsOf(value);
  for (const statement of statements) {
    if (statement.effect !== 'Allow') continue;
    const wrong = wildcardIn(statement, statements);
    if (wrong) yield { object, path, message: `${statement.path}: ${wrong}` };
  }
}

function wildcardIn(
  { actions, notActions, resources, notResources }: IamStatement,
  all: readonly IamStatement[],
): string | undefined {
  if (notActions.length > 0) return 'NotAction allows every other action; name the actions';
  if (notResources) return 'NotResource allows every other resource; name the resources';
  const action = actions.find((one) => one.includes('*'));
  if (action !== undefined) return `allows '${action}'; name the actions`;
  if (!resources?.includes('*')) return undefined;
  const limitable = actions.filter((one) => !hasOnlyWildcard(one) && !isForOthersOnly(one, all));
  return limitable.length === 0 ? undefined : `allows ${limitable.join(', ')} on '*'; name the resources`;
}

/** Whether IAM has no narrower resource for an action than `*`. */
function hasOnlyWildcard(action: string): boolean {
  if (BEYOND_RESOURCES.has(action)) return true;
  const [prefix = '', name = ''] = action.split(':', 2);
  return iamService(prefix)?.actions.get(name.toLowerCase())?.resourceTypes.length === 0;
}

/**
 * Actions on things that IAM has no resource for beside those that it has: a text message goes to a phone number
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html).
 */
const OTHERS_TOO: Readonly<Record<string, RegExp>> = { 'sns:Publish': /^arn:[^:]+:sns:\*:\*:\*$/ };

/** Whether the same document denies an action for everything that IAM has a resource for. */
function isForOthersOnly(action: string, all: readonly IamStatement[]): boolean {
  const everyResource = OTHERS_TOO[action];
  return (
    everyResource !== undefined &&
    all.some(
      ({ effect, actions, resources, conditions }) =>
        effect === 'Deny' &&
        conditions === undefined &&
        actions.includes(action) &&
        resources?.some((one) => everyResource.test(one)),
    )
  );
}
