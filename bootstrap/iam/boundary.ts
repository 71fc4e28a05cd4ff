import type { EnvironmentData } from '../../environments';
import { formatArn, partitionOf } from '../../lib/aws/arn';
import { physicalFieldsOf } from '../../lib/aws/cloud-control';
import { BOOTSTRAP_PATH } from '../../lib/aws/role-path';
import { InputError } from '../../lib/errors';
import { statementsOf } from '../../lib/iam/policy';
import { carriedIn } from '../../lib/kro/carried';
import { kindKey, type Manifest } from '../../lib/manifests/manifest';
import { MAX_MANAGED_SIZE, type PolicyDocument, sizeOf } from './statement';
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
 * deployment of the bootstrap, which a person makes.
 */
export function boundaryOf(written: readonly Manifest[]): PolicyDocument {
  const manifests = [...written, ...carriedIn(written).map(({ manifest }) => manifest)];
  const actions = new Set<string>();
  for (const manifest of manifests)
    if (kindKey(manifest) === 'iam.services.k8s.aws/Role')
      for (const action of actionsOf(manifest)) actions.add(action);
  const document: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'WhatRolesInDistHave', Effect: 'Allow', Action: [...actions].sort(), Resource: ['*'] }],
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
  const inline = Object.values(inlinePolicies).flatMap((text) =>
    statementsOf(JSON.parse(text))
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((statement) => statement.actions),
  );
  return [...inline, ...(policies ?? []).flatMap((arn) => actionsOfManaged(arn, role))];
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
