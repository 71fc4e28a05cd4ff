import { partitionOf, physicalFieldsOf } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import { type IamStatement, statementsOf } from '@aws-platform/engine/iam';
import { kroObjectsIn } from '@aws-platform/engine/kro';
import { kindKey, type Manifest } from '@aws-platform/engine/manifests';
import type { Environment } from '../../environments';
import { outOfReach } from './out-of-reach';
import { isNamed, ownPatternsOf, templatesOf } from './scope';
import { type Boundary, type PolicyStatement, requireManagedSize } from './statement';
import { attachablePolicies } from './tables/attachable-policies';

/**
 * The permissions boundary of every role that dist writes: the actions that these roles have together, on the names of
 * the environment, and nothing of IAM's. No controller can give a role more, whatever it is told to write; a role that
 * needs something new waits for the next deployment of the bootstrap, which a person makes.
 */
export function boundaryOf(written: readonly Manifest[], environment: Environment): Boundary {
  const manifests = [...written, ...kroObjectsIn(written).map(({ manifest }) => manifest)];
  const roles = manifests.filter((manifest) => kindKey(manifest) === 'iam.services.k8s.aws/Role');
  const limits = limitsOf(roles, environment);
  const actions = [...limits.keys()].sort();
  const isWide = (action: string) => limits.get(action)!.includes('*');
  const [wide, narrow] = [actions.filter(isWide), actions.filter((action) => !isWide(action))];
  return requireManagedSize('the permissions boundary of the roles in dist', {
    Version: '2012-10-17',
    Statement: [
      ...allowing('Anywhere', wide, ['*']),
      // an action ignores resources of types that it does not know: all can share theirs
      ...allowing('OwnNames', narrow, withoutCovered(narrow.flatMap((action) => limits.get(action)!))),
      ...outOfReach(environment, actions),
    ],
  });
}

function allowing(sid: string, actions: readonly string[], resources: readonly string[]): PolicyStatement[] {
  return actions.length === 0 ? [] : [{ Sid: sid, Effect: 'Allow', Action: actions, Resource: resources }];
}

/**
 * What the roles may do, and the most that each action may be on: `*` where a role says so or IAM knows no resources.
 */
function limitsOf(roles: readonly Manifest[], environment: Environment): Map<string, string[]> {
  const written = new Map<string, string[]>();
  const add = (actions: readonly string[], resources: readonly string[]) => {
    for (const action of actions) written.set(action, [...(written.get(action) ?? []), ...resources]);
  };
  for (const { actions, resources = [] } of roles.flatMap(writtenOf)) add(actions, resources);
  const limits = new Map([...written].map(([action, arns]) => [action, ownNames(action, arns, environment)]));
  for (const { Action, Resource } of ofManagedPolicies(roles, environment))
    for (const action of Action) limits.set(action, [...(limits.get(action) ?? []), ...Resource]);
  return limits;
}

/**
 * The written ARNs of an action, widened to every name of the environment's, so that another object needs no new
 * boundary.
 */
function ownNames(action: string, written: readonly string[], environment: Environment): string[] {
  const { account, region, namePrefix } = environment;
  const service = serviceOf(action);
  const own = (resource: string) => `arn:${partitionOf(region)}:${service}:*:${account}:${resource}`;
  const templates = templatesOf(action);
  if (templates.length === 0 || written.includes('*')) return ['*'];
  // without a prefix names tell nothing, except in S3, where they have the account: there tags and Denies tell
  if (namePrefix === '' && service !== 's3') return [own('*')];
  // a multi-Region key has one id in all its regions
  if (service === 'kms') return written.map((arn) => arn.replace(/^(arn:[^:]+:kms):[^:]+/, '$1:*'));
  if (!templates.some(isNamed)) return [own('*')];
  // what kro fills in is known to AWS alone
  const arns = written.map((arn) => arn.replaceAll(/\$\{[^}]*\}/g, '*'));
  // AWS's services put their own names before those of the log groups that they write to
  const ownPatterns = service === 'logs' ? [own(`log-group:*${namePrefix}*`)] : ownPatternsOf(templates, environment);
  const patterns = ownPatterns.filter((pattern) => arns.some((arn) => arn === '*' || covers(pattern, arn)));
  return [...patterns, ...arns.filter((arn) => arn !== '*' && !patterns.some((pattern) => covers(pattern, arn)))];
}

function serviceOf(action: string): string {
  return action.split(':')[0]!;
}

/** Patterns, without those whose every text another one fits. */
function withoutCovered(patterns: readonly string[]): string[] {
  const all = [...new Set(patterns)].sort();
  return all.filter((one) => !all.some((other) => other !== one && covers(other, one)));
}

function covers(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** What the role's own policies allow. Throws `InputError` where it is something of IAM's. */
function writtenOf(role: Manifest): IamStatement[] {
  const { inlinePolicies = {} } = physicalFieldsOf(role) as { inlinePolicies?: Readonly<Record<string, string>> };
  const statements = Object.values(inlinePolicies)
    .flatMap((text) => statementsOf(JSON.parse(text)))
    .filter(({ effect }) => effect === 'Allow');
  const forbidden = statements.flatMap(({ actions }) => actions).find((action) => /^(?:iam|sts):|^[*]/.test(action));
  if (forbidden)
    throw new InputError(
      `Role ${role.metadata.name} allows ${forbidden}: no role in dist may change or become another one; bootstrap/iam/tables/service-roles.ts is where such roles are made`,
    );
  return statements;
}

function ofManagedPolicies(roles: readonly Manifest[], environment: Environment): PolicyStatement[] {
  const arns = roles.flatMap((role) => (physicalFieldsOf(role)['policies'] ?? []) as string[]);
  return [...new Set(arns)].sort().flatMap((arn) => attachable(arn).statements(environment));
}

function attachable(arn: string) {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const policy = attachablePolicies[name];
  if (!policy)
    throw new InputError(
      `${arn}: a role in dist has it, but bootstrap/iam/tables/attachable-policies.ts does not say that it reaches no data; allowed are ${Object.keys(attachablePolicies).join(', ')}`,
    );
  return policy;
}
