import { patternOfFields } from './arn-pattern';
import type { Asking } from './asking';
import { patternOf } from './pattern';
import type { Region } from './region';

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html: what a trust policy
 * allows.
 */
const TRUST_ACTIONS: ReadonlySet<string> = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

/**
 * Roles and KMS keys: their own policy has to allow a request or to leave it to the account; an identity policy alone
 * is not enough.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function needsPolicyOfResource({ action, resourceFields }: Pick<Asking, 'action' | 'resourceFields'>): boolean {
  const [, , service, , , resource = ''] = resourceFields ?? [];
  const name = action.toLowerCase();
  return TRUST_ACTIONS.has(name) || (name.startsWith('kms:') && service === 'kms' && resource.startsWith('key/'));
}

/** What `needsPolicyOfResource` says yes to. */
export const NEEDING_POLICY: readonly Region[] = [
  { actions: [{ patterns: [...TRUST_ACTIONS].map(patternOf) }], resources: [] },
  {
    actions: [{ patterns: [patternOf('kms:*')] }],
    resources: [{ patterns: [patternOfFields(['arn', '*', 'kms', '*', '*', 'key/*'].map(patternOf))] }],
  },
];
