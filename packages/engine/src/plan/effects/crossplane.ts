import type { Json } from '../../schema';
import type { Difference } from '../compare/differences';
import type { Verdict } from '../model';

const GUIDE = 'https://docs.crossplane.io/latest/managed-resources/managed-resources/';

/** What a change beside `forProvider` does to a Crossplane object; undefined for what is AWS's. */
export function crossplaneVerdict({ path, from, to }: Difference): Verdict | undefined {
  if (path.startsWith('spec.initProvider')) return { effect: 'none', reason: 'read at creation alone', source: GUIDE };
  if (path === 'spec.managementPolicies') return policies(from, to);
  if (path === 'spec.deletionPolicy')
    return {
      effect: 'update',
      reason:
        to === 'Orphan'
          ? 'nothing in AWS changes now; from now on the AWS object outlives this one'
          : 'nothing in AWS changes now; but from now on deleting this object deletes the AWS object with it',
      source: GUIDE,
    };
  if (path === 'spec.forProvider.region')
    return {
      effect: 'replace',
      reason:
        'an AWS object stays in its region: Crossplane looks for it in the other one, refuses the update or makes a second one there; the first stays in AWS, managed by nobody',
      source: GUIDE,
    };
  if (path.startsWith('spec.providerConfigRef'))
    return {
      effect: 'update',
      reason:
        'Crossplane asks AWS with other credentials: those of another account would find no such object and make a second one',
      source: GUIDE,
    };
  if (path.startsWith('spec.forProvider')) return undefined;
  return {
    effect: 'update',
    reason: 'what Crossplane does in the cluster; nothing in AWS changes by it',
    source: GUIDE,
  };
}

function policies(from: Json | undefined, to: Json | undefined): Verdict {
  const deletes = (value: Json | undefined) => !Array.isArray(value) || value.includes('*') || value.includes('Delete');
  const updates = (value: Json | undefined) => !Array.isArray(value) || value.includes('*') || value.includes('Update');
  const says: string[] = [];
  if (deletes(from) && !deletes(to)) says.push('from now on the AWS object outlives this one');
  if (!deletes(from) && deletes(to)) says.push('from now on deleting this object deletes the AWS object with it');
  if (updates(from) && !updates(to)) says.push('from now on changes in git no longer reach AWS');
  if (!updates(from) && updates(to)) says.push('from now on changes in git reach AWS again');
  return {
    effect: 'update',
    reason: `nothing in AWS changes now; ${says.join(', and ') || 'what Crossplane may do with the AWS object'}`,
    source: GUIDE,
  };
}
