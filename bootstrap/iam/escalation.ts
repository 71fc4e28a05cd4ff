import type { Conditions } from './statement';

/** What the objects of dist say about the few actions that could give a controller, or what it makes, more than it has. */
export interface Grants {
  /** The ARN of the boundary that every role with written permissions has. */
  readonly boundary: string;
  /** ARNs of AWS's own policies that roles in dist have. */
  readonly managedPolicies: readonly string[];
  /** Types of the access entries in dist. */
  readonly accessEntryTypes: readonly string[];
  /** Access policies that access entries in dist have. */
  readonly accessPolicies: readonly string[];
}

/**
 * The condition under which such an action is permitted. A role may be made without a boundary, as long as it has no
 * permissions but AWS's own policies of this list; permissions can be written only into a role with the boundary.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function conditionsOf(action: string, grants: Grants): Conditions | undefined {
  switch (action) {
    case 'iam:PutRolePermissionsBoundary':
    case 'iam:PutRolePolicy':
      return { ArnEquals: { 'iam:PermissionsBoundary': grants.boundary } };
    case 'iam:AttachRolePolicy':
      return { ArnEquals: { 'iam:PolicyARN': [...grants.managedPolicies] } };
    case 'eks:CreateAccessEntry':
      return { StringEquals: { 'eks:accessEntryType': [...grants.accessEntryTypes] } };
    case 'eks:AssociateAccessPolicy':
      return { ArnEquals: { 'eks:policyArn': [...grants.accessPolicies] } };
    default:
      return undefined;
  }
}

/** Whether no controller has an action, though its kinds call it: nobody takes the boundary away or widens who an entry is. */
export function isWithheld(action: string, { managedPolicies, accessPolicies }: Grants): boolean {
  if (action === 'iam:AttachRolePolicy') return managedPolicies.length === 0;
  if (action === 'eks:AssociateAccessPolicy') return accessPolicies.length === 0;
  return action === 'iam:DeleteRolePermissionsBoundary' || action === 'eks:UpdateAccessEntry';
}
