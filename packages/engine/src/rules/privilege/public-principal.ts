import { type IamStatement, principalsOf } from '../../iam';
import { isRecord } from '../../manifests';
import type { TreeObject } from '../../relations';
import { ofEachObject } from '../of-each';
import type { Problem, Rule } from '../rule';
import { placeOf, policiesOf } from './carried-policies';
import { demandsOf } from './conditions';

export const publicPrincipal: Rule = {
  id: 'privilege/public-principal',
  group: 'privilege',
  reason: 'A condition that everybody fulfils narrows nothing: the policy reads as if it were closed, and is not.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
  check: ofEachObject(problemsOf),
};

function* problemsOf(object: TreeObject): Generator<Problem> {
  for (const policy of policiesOf(object)) {
    const open = policy.statements.find(isOpen);
    if (open)
      yield {
        object,
        path: policy.path,
        message: `${placeOf(policy, open)} allows everybody, or all but some, and no condition of it demands who they are`,
      };
  }
}

/** Keys that say who calls, or from where. */
const WHO =
  /^(?:aws:(?:source|principal|via|calledvia)|kms:(?:calleraccount|viaservice)|s3:dataaccesspointaccount|elasticfilesystem:accessedviamounttarget|sts:externalid|lambda:functionurlauthtype|.*:(?:sub|aud)$)/;

/** Where there is no condition at all, `public-exposure` says so. */
function isOpen(statement: IamStatement): boolean {
  const { effect, conditions, notPrincipal } = statement;
  if (effect !== 'Allow') return false;
  // everybody but these
  if (notPrincipal !== undefined) return true;
  if (!isRecord(conditions) || !principalsOf(statement).includes('*')) return false;
  return !demandsOf(conditions).some(({ key }) => WHO.test(key));
}
