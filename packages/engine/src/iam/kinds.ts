import type { Asking } from './asking';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html: what a trust policy allows. */
const TRUST_ACTIONS = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

/**
 * Roles and KMS keys: their own policy has to allow a request or to leave it to the account; an identity policy alone is
 * not enough. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function needsPolicyOfResource({ action, resourceFields }: Pick<Asking, 'action' | 'resourceFields'>): boolean {
  const [, , service, , , resource = ''] = resourceFields ?? [];
  if (service === 'kms') return resource.startsWith('key/');
  return TRUST_ACTIONS.has(action.toLowerCase());
}
