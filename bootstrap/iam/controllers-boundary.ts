import { BOOTSTRAP_PATH, HUB_ROLE, partitionOf, ROLE_PATH } from '@aws-platform/engine/aws';
import type { EnvironmentData } from '../../environments';
import { actionsWithBoundaryKey } from './escalation';
import { bootstrapRoleArn, boundaryArn, controllersBoundaryArn, freezeArn } from './names';
import { outOfReach } from './out-of-reach';
import { type Boundary, type DenyStatement, type PolicyStatement, requireManagedSize } from './statement';
import { passedServiceRoles } from './tables/service-roles';

/** The one policy that allows a wildcard action, and why. */
export interface Ceiling {
  readonly document: Boundary;
  readonly because: string;
}

/**
 * The boundary of every role that the bootstrap gives to something in the cluster or to a service: it gives nothing, it
 * says what none of them can ever do, whatever somebody attaches to it. The permissions are the role's own policy's,
 * action by action.
 */
export function controllersBoundaryOf(environment: EnvironmentData): Ceiling {
  const everything: PolicyStatement = { Sid: 'Ceiling', Effect: 'Allow', Action: ['*'], Resource: ['*'] };
  return {
    document: requireManagedSize('the boundary of the controllers', {
      Version: '2012-10-17',
      Statement: [everything, ...outOfReach(environment), ...iam(environment), ...account()],
    }),
    because:
      'a boundary gives nothing, and one policy has not the room for 923 actions: what no role may do is shorter, and holds for actions of tomorrow',
  };
}

/**
 * IAM's verbs that change something; a test holds them against AWS's list. Of roles, attaching and passing on are
 * below.
 */
const CHANGES = [
  'Accept*',
  'Add*',
  'Associate*',
  'AttachGroup*',
  'AttachUser*',
  'Change*',
  'Create*',
  'Deactivate*',
  'Delete*',
  'DetachGroup*',
  'DetachUser*',
  'Disable*',
  'Enable*',
  'Put*',
  'Reject*',
  'Remove*',
  'Reset*',
  'Resync*',
  'Send*',
  'Set*',
  'Tag*',
  'Untag*',
  'Update*',
  'Upload*',
].map((verb) => `iam:${verb}`);

const ATTACHMENTS = ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'];

/** Only roles of dist, and these only with their boundary; no policy, no user, no group, no provider. */
function iam(environment: EnvironmentData): DenyStatement[] {
  const { account, region, namePrefix, name } = environment;
  const arn = (resource: string) => `arn:${partitionOf(region)}:iam::${account}:${resource}`;
  const ofDist = arn(`role${ROLE_PATH}${namePrefix}*`);
  return [
    {
      Sid: 'IamElsewhere',
      Effect: 'Deny',
      Action: CHANGES,
      NotResource: [
        ofDist,
        arn('role/aws-service-role/*'),
        // Karpenter's: bootstrap/iam/tables/karpenter.ts
        arn(`instance-profile/karpenter/*/${name}-*`),
        arn(`instance-profile/${name}-*`),
      ],
    },
    {
      Sid: 'PassElsewhere',
      Effect: 'Deny',
      Action: ['iam:PassRole'],
      NotResource: [ofDist, ...passedServiceRoles(environment).map((role) => bootstrapRoleArn(role.name, environment))],
    },
    {
      Sid: 'AttachElsewhere',
      Effect: 'Deny',
      Action: ATTACHMENTS,
      NotResource: [ofDist],
      Condition: { ArnNotEquals: { 'iam:PolicyARN': freezeArn(environment) } },
    },
    {
      Sid: 'AttachWithoutBoundary',
      Effect: 'Deny',
      Action: ATTACHMENTS,
      Resource: ['*'],
      Condition: {
        ArnNotEquals: { 'iam:PermissionsBoundary': [boundaryArn(environment), controllersBoundaryArn(environment)] },
      },
    },
    {
      Sid: 'WriteWithoutBoundary',
      Effect: 'Deny',
      Action: actionsWithBoundaryKey().filter((action) => !ATTACHMENTS.includes(action)),
      Resource: ['*'],
      Condition: { ArnNotEquals: { 'iam:PermissionsBoundary': boundaryArn(environment) } },
    },
    { Sid: 'KeepBoundaries', Effect: 'Deny', Action: ['iam:DeleteRolePermissionsBoundary'], Resource: ['*'] },
    becomeElsewhere(environment),
  ];
}

/** Nobody becomes another role, but Argo CD in the clusters that let it in. */
function becomeElsewhere({ region, argocd: { manages = [] } }: EnvironmentData): DenyStatement {
  const hubs = manages.map(
    ({ account, namePrefix }) =>
      `arn:${partitionOf(region)}:iam::${account}:role${BOOTSTRAP_PATH}${namePrefix}${HUB_ROLE}`,
  );
  return {
    Sid: 'BecomeElsewhere',
    Effect: 'Deny',
    Action: ['sts:AssumeRole'],
    ...(hubs.length > 0 ? { NotResource: hubs } : { Resource: ['*'] }),
  };
}

/** Who people are, and what deploys by itself: nothing in the cluster has to do with these. */
function account(): DenyStatement[] {
  return [
    {
      Sid: 'AccountAndStacks',
      Effect: 'Deny',
      Action: [
        'account:*',
        'cloudformation:*ChangeSet*',
        'cloudformation:*Stack*',
        'identitystore:*',
        'sso-directory:*',
        'sso:*Assignment*',
        'sso:*PermissionSet*',
      ],
      Resource: ['*'],
    },
  ];
}
