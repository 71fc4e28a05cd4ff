import { type Context, type Policy, readPolicy } from '../../../packages/engine/src/iam';
import type { Bootstrap } from './account';

/** Something that has more power than anybody in an environment's cluster should get. */
export interface Target {
  readonly resource: string;
  /** What requests about it have for keys. */
  readonly context: Context;
  /** A role's trust. */
  readonly resourcePolicy?: Policy;
}

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

/**
 * What an action could be turned against: what all bootstraps of the account make, what `cdk bootstrap` makes, other
 * environments' own, and what people have, which carries no tag.
 */
export function targetsOf(
  action: string,
  service: string | undefined,
  own: Bootstrap,
  all: readonly Bootstrap[],
): Target[] {
  const { account, region } = own.environment;
  const [prefix = ''] = action.split(':');
  const at = (resource: string) => `arn:aws:${prefix}:${region}:${account}:${resource}`;
  if (/Role|^sts:/.test(action)) return roles(action, own, all, service);
  if (/^iam:.*Policy/.test(action) && !/User|Group/.test(action)) return policies(own, all);
  switch (prefix) {
    case 'iam':
      return [`user/administrator`, `group/administrators`].map((resource) =>
        untagged(`arn:aws:iam::${account}:${resource}`, { 'iam:PolicyARN': ADMINISTRATOR }),
      );
    case 'lambda':
      return functions(own, all);
    case 'cloudformation':
      return [at('stack/CDKToolkit/1'), at('stack/production-platform-cluster/1'), at('stackset/administration:1')].map(
        (resource) => untagged(resource),
      );
    case 'ec2':
      return [
        { resource: at('launch-template/lt-0123456789abcdef0'), context: ofStack('production-platform-cluster', own) },
        untagged(at('launch-template/lt-00000000000000000')),
        untagged(at('instance/i-00000000000000000')),
      ];
    default:
      return [
        untagged(`arn:aws:${instanceService(prefix)}:${region}:${account}:${OTHERS[prefix] ?? 'administration'}`),
      ];
  }
}

/** What people have of services that the bootstrap does not use. */
const OTHERS: Readonly<Record<string, string>> = {
  apprunner: 'service/administration/1',
  'bedrock-agentcore': 'code-interpreter/administration',
  codebuild: 'project/administration',
  'ec2-instance-connect': 'instance/i-00000000000000000',
  glue: 'devEndpoint/administration',
  sagemaker: 'notebook-instance/administration',
  ssm: 'instance/i-00000000000000000',
};

/** Whose ARNs actions on instances take. */
function instanceService(prefix: string): string {
  return ['ec2-instance-connect', 'ssm'].includes(prefix) ? 'ec2' : prefix;
}

function untagged(resource: string, context: Context = {}): Target {
  return { resource, context };
}

function ofStack(stack: string, { environment }: Bootstrap): Context {
  return {
    'aws:ResourceTag/aws:cloudformation:stack-name': stack,
    'aws:ResourceTag/Environment': environment.tags['Environment'],
  };
}

/** Of the bootstrap's own path, where one is like another: who writes roles, who starts machines, who reads secrets. */
const TYPICAL = /ack-iam-controller$|karpenter$|external-secrets$/;

function roles(action: string, { environment }: Bootstrap, all: readonly Bootstrap[], service?: string): Target[] {
  const { account, region, namePrefix } = environment;
  const others = all.filter((one) => one.environment.name !== environment.name);
  // in production's own path nothing tells another's role but its prefix
  const foreign = others.filter((one) => one.environment.namePrefix !== '');
  const made = [
    { arn: `arn:aws:iam::${account}:role/Administrator`, boundary: null },
    { arn: `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${region}`, boundary: null },
    // who is made or changed so that it has no boundary; what exists below the path has one
    ...(/Create|Put|Attach|Update/.test(action)
      ? [{ arn: `arn:aws:iam::${account}:role/platform/${namePrefix}unlimited`, boundary: null }]
      : []),
    ...all.flatMap((bootstrap) =>
      bootstrap.roles.filter(({ arn }) => !arn.includes(':role/platform-bootstrap/') || TYPICAL.test(arn)),
    ),
    ...foreign.map((one) => ({
      arn: `arn:aws:iam::${account}:role/platform/${one.environment.namePrefix}orders`,
      boundary: one.environment.outputs.permissionsBoundary,
    })),
  ];
  const trust = readPolicy(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }],
    },
    'the trust policy',
  );
  return made.map(({ arn, boundary }) => ({
    resource: arn,
    resourcePolicy: trust,
    context: {
      'iam:PassedToService': service ?? null,
      'iam:PermissionsBoundary': boundary ?? null,
      'iam:PolicyARN': ADMINISTRATOR,
    },
  }));
}

function policies({ environment: { account, namePrefix } }: Bootstrap, all: readonly Bootstrap[]): Target[] {
  return [
    `arn:aws:iam::${account}:policy/administration`,
    `arn:aws:iam::${account}:policy/platform/${namePrefix}platform-spending-freeze`,
    ...all.flatMap((bootstrap) => [...bootstrap.policies.keys()]),
  ].map((resource) => untagged(resource));
}

function functions({ environment }: Bootstrap, all: readonly Bootstrap[]): Target[] {
  const { account, region, name } = environment;
  const at = (resource: string) => `arn:aws:lambda:${region}:${account}:function:${resource}`;
  return [
    untagged(at('administration')),
    ...all.flatMap((bootstrap) =>
      bootstrap.functions.map(({ arn, stack }) => ({ resource: arn, context: ofStack(stack, bootstrap) })),
    ),
    ...all
      .filter((one) => one.environment.name !== name)
      .map((one) => ({
        resource: at(`${one.environment.namePrefix}orders`),
        context: { 'aws:ResourceTag/Environment': one.environment.tags['Environment'] },
      })),
  ];
}
