import { iamService } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import type { Conditions } from './statement';

/**
 * What the objects of dist say about the few actions that could give a controller, or what it makes, more than it has.
 */
export interface Grants {
  /** The ARN of the boundary that every role in dist has. */
  readonly boundary: string;
  /** ARNs of AWS's own policies that roles in dist have. */
  readonly managedPolicies: readonly string[];
  /** Types of the access entries in dist. */
  readonly accessEntryTypes: readonly string[];
  /** Access policies that access entries in dist have. */
  readonly accessPolicies: readonly string[];
}

/** The key by which IAM tells what limits the role that an action is about. */
export const BOUNDARY_KEY = 'iam:PermissionsBoundary';

/**
 * The condition under which such an action is permitted: roles are made, changed and given permissions only with the
 * boundary, and of AWS's own policies only those of this list.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function conditionsOf(action: string, grants: Grants): Conditions | undefined {
  if (knowsBoundary(action))
    return {
      ArnEquals: {
        [BOUNDARY_KEY]: grants.boundary,
        ...(action === 'iam:AttachRolePolicy' && { 'iam:PolicyARN': [...grants.managedPolicies] }),
      },
    };
  switch (action) {
    case 'eks:CreateAccessEntry':
      return { StringEquals: { 'eks:accessEntryType': [...grants.accessEntryTypes] } };
    case 'eks:AssociateAccessPolicy':
      return { ArnEquals: { 'eks:policyArn': [...grants.accessPolicies] } };
    default:
      return undefined;
  }
}

/**
 * Whether no controller has an action, though its kinds call it: nobody takes the boundary away or widens who an entry
 * is.
 */
export function isWithheld(action: string, { managedPolicies, accessPolicies }: Grants): boolean {
  if (action === 'iam:AttachRolePolicy') return managedPolicies.length === 0;
  if (action === 'eks:AssociateAccessPolicy') return accessPolicies.length === 0;
  return action === 'iam:DeleteRolePermissionsBoundary' || action === 'eks:UpdateAccessEntry';
}

/**
 * Kinds that no controller makes: IAM has no key that would limit what stands in a policy, or who a user, a group or a
 * provider is.
 */
const BOOTSTRAP_ALONE =
  /^(?:iam\.services\.k8s\.aws|iam\.aws\.m\.upbound\.io)\/(?!Role$|ServiceLinkedRole$)|^AWS::IAM::(?!Role$|ServiceLinkedRole$)/;

/** Throws `InputError` for a kind whose controller could make itself admin. */
export function requireHarmless(kind: string): void {
  if (BOOTSTRAP_ALONE.test(kind))
    throw new InputError(
      `${kind}: dist has it, but no controller may make policies, users, groups or providers: give a role inline policies, or make it in bootstrap/`,
    );
}

/** IAM's actions that change a role and tell its boundary, by AWS's service authorization reference. */
export function actionsWithBoundaryKey(): string[] {
  return [...(iamService('iam')?.actions.values() ?? [])]
    .map(({ name }) => `iam:${name}`)
    .filter((action) => knowsBoundary(action) && !/User|^iam:DeleteRolePermissionsBoundary$/.test(action))
    .sort();
}

function knowsBoundary(action: string): boolean {
  const [prefix = '', name = ''] = action.split(':');
  if (prefix !== 'iam') return false;
  const found = iamService('iam')?.actions.get(name.toLowerCase());
  return found !== undefined && found.accessLevel !== 'Read' && found.conditionKeys.includes(BOUNDARY_KEY);
}
