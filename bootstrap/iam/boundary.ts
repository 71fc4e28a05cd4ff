import { BOOTSTRAP_PATH, formatArn, partitionOf, physicalFieldsOf } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import { type IamStatement, statementsOf } from '@aws-platform/engine/iam';
import { kroObjectsIn } from '@aws-platform/engine/kro';
import { kindKey, type Manifest } from '@aws-platform/engine/manifests';
import type { EnvironmentData } from '../../environments';
import { type Conditions, MAX_MANAGED_SIZE, type PolicyDocument, type PolicyStatement, sizeOf } from './statement';
import { managedPolicies } from './tables/recommended';

export function boundaryName({ namePrefix }: Pick<EnvironmentData, 'namePrefix'>): string {
  return `${namePrefix}platform-boundary`;
}

/** The ARN of the boundary, which roles in dist name before it exists. */
export function boundaryArn(environment: EnvironmentData): string {
  const { account, region } = environment;
  return formatArn({
    partition: partitionOf(region),
    service: 'iam',
    region: '',
    account,
    resource: `policy${BOOTSTRAP_PATH}${boundaryName(environment)}`,
  });
}

/**
 * The permissions boundary of every role whose permissions dist writes: the actions that these roles have together. No
 * controller can give a role more, whatever it is told to write; a role that needs something new waits for the next
 * deployment of the bootstrap, which a person makes. Who may change IAM itself is held to the words of that role: the
 * actions alone would let any role take more.
 */
export function boundaryOf(written: readonly Manifest[]): PolicyDocument {
  const manifests = [...written, ...kroObjectsIn(written).map(({ manifest }) => manifest)];
  const roles = manifests.filter((manifest) => kindKey(manifest) === 'iam.services.k8s.aws/Role');
  const actions = [...new Set(roles.flatMap(actionsOf))].filter((action) => !isOfIam(action)).sort();
  const document: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'WhatRolesInDistHave', Effect: 'Allow', Action: actions, Resource: ['*'] },
      ...roles
        .flatMap(writtenOf)
        .filter(({ actions }) => actions.some(isOfIam))
        .map(asWritten),
    ],
  };
  const size = sizeOf(document);
  if (size > MAX_MANAGED_SIZE)
    throw new InputError(
      `the permissions boundary has ${size} characters, at most ${MAX_MANAGED_SIZE} are allowed: give roles with many permissions policies of AWS's own, without inline ones`,
    );
  return document;
}

/** AWS's own policies count only where the role has written permissions too: without these it has no boundary. */
function actionsOf(role: Manifest): string[] {
  const { inlinePolicies, policies } = physicalFieldsOf(role) as {
    inlinePolicies?: Readonly<Record<string, string>>;
    policies?: readonly string[];
  };
  if (!inlinePolicies) return [];
  return [
    ...writtenOf(role).flatMap((statement) => statement.actions),
    ...(policies ?? []).flatMap((arn) => actionsOfManaged(arn, role)),
  ];
}

/** What the role's own policies allow. */
function writtenOf(role: Manifest): IamStatement[] {
  const { inlinePolicies = {} } = physicalFieldsOf(role) as { inlinePolicies?: Readonly<Record<string, string>> };
  return Object.values(inlinePolicies)
    .flatMap((text) => statementsOf(JSON.parse(text)))
    .filter(({ effect }) => effect === 'Allow');
}

function isOfIam(action: string): boolean {
  return action.startsWith('iam:');
}

function asWritten({ actions, resources = [], conditions }: IamStatement, index: number): PolicyStatement {
  return {
    Sid: `OfIam${index + 1}`,
    Effect: 'Allow',
    Action: actions.filter(isOfIam),
    Resource: resources,
    ...(conditions !== undefined && { Condition: conditions as Conditions }),
  };
}

function actionsOfManaged(arn: string, { metadata }: Manifest): readonly string[] {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const actions = managedPolicies[name]?.actions;
  if (!actions)
    throw new InputError(
      `Role ${metadata.name} has ${name} beside written permissions: bootstrap/iam/tables/recommended-policies.json must say what it allows`,
    );
  return actions;
}
