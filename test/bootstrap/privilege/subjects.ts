import { type Policies, type Policy, readPolicy } from '../../../packages/engine/src/iam';
import type { Bootstrap, MadeRole } from './account';
import { managedActions } from './managed-policies';

/** Somebody in the cluster, and what AWS lets them do. */
export interface Subject {
  readonly name: string;
  readonly arn: string;
  readonly policies: Policies;
}

/**
 * Every role that anything in the cluster can use: by Pod Identity, by a token of the cluster, and by a Pod on the
 * node's own network; and the most powerful role that a change in git can make, which is every role of dist and all
 * others.
 */
export function subjectsOf(bootstrap: Bootstrap): readonly Subject[] {
  const known = read.get(bootstrap);
  if (known) return known;
  const subjects = [...bootstrap.roles.filter(isUsable).map((role) => subjectOf(role, bootstrap)), fromGit(bootstrap)];
  read.set(bootstrap, subjects);
  return subjects;
}

/** Policies are read once. */
const read = new WeakMap<Bootstrap, readonly Subject[]>();

function isUsable({ trust }: MadeRole): boolean {
  return /"pods\.eks\.amazonaws\.com"|oidc-provider|"ec2\.amazonaws\.com"/.test(JSON.stringify(trust));
}

/** A role of the bootstrap, by its name without the environment's prefix. */
export function roleNamed(name: string, bootstrap: Bootstrap): Subject {
  const whole = `${bootstrap.environment.namePrefix}${name}`;
  const role = bootstrap.roles.find((one) => one.name === whole);
  if (!role) throw new Error(`the bootstrap of ${bootstrap.environment.name} has no role ${whole}`);
  return subjectOf(role, bootstrap);
}

export function subjectOf({ name, arn, inline, managed, boundary }: MadeRole, bootstrap: Bootstrap): Subject {
  return {
    name,
    arn,
    policies: {
      identity: [
        ...inline.map((document) => readPolicy(document, `role/${name}`)),
        ...managed.map((policy) => managedPolicy(policy)),
      ],
      ...(boundary !== undefined && { boundary: boundaryNamed(boundary, bootstrap) }),
    },
  };
}

function managedPolicy(name: string): Policy {
  const actions = managedActions[name];
  // what is not known may be anything
  return readPolicy(actions && allowing(actions), `policy/${name}`);
}

export function allowing(actions: readonly string[]): object {
  return { Version: '2012-10-17', Statement: [{ Sid: 'All', Effect: 'Allow', Action: actions, Resource: '*' }] };
}

function boundaryNamed(arn: string, { policies, environment }: Bootstrap): Policy {
  const document = policies.get(arn);
  if (!document) throw new Error(`the bootstrap of ${environment.name} has no policy ${arn}`);
  return readPolicy(document, arn.slice(arn.lastIndexOf('/') + 1));
}

/** `Allow * on *`, written into a role of dist: all that is left is the boundary that the IAM controller insists on. */
export function fromGit(bootstrap: Bootstrap): Subject {
  const { account, namePrefix, outputs } = bootstrap.environment;
  return {
    name: 'a role that git writes',
    arn: `arn:aws:iam::${account}:role/platform/${namePrefix}written`,
    policies: {
      identity: [readPolicy(allowing(['*']), 'written in git')],
      boundary: boundaryNamed(outputs.permissionsBoundary, bootstrap),
    },
  };
}
