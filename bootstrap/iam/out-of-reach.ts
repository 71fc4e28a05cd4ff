import { partitionOf, ROLE_PATH } from '@aws-platform/engine/aws';
import { globsMeet } from '@aws-platform/engine/iam';
import type { EnvironmentData } from '../../environments';
import { neighboursOf } from './neighbours';
import { ENVIRONMENT_TAG, environmentTagOf } from './own-tag';
import { isNamed, knowsTags, templatesOf } from './scope';
import type { DenyStatement } from './statement';

/**
 * What nothing in the cluster reaches, whatever its policies allow: the bootstrap, and what belongs to other
 * environments of the account. Explicit, because what a boundary merely leaves out a resource's own policy can still
 * give to a session.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-eval-logic
 *
 * `allowed` are the actions that the policy allows: others need no word, nor those names that their tags keep out.
 */
export function outOfReach(environment: EnvironmentData, allowed?: readonly string[]): DenyStatement[] {
  const concerns: Concerns = {
    action: (pattern) => allowed === undefined || allowed.some((action) => globsMeet(pattern, action)),
    nameIn: (service) =>
      allowed === undefined ||
      DATA.has(service) ||
      allowed.some(
        (action) => action.startsWith(`${service}:`) && templatesOf(action).some(isNamed) && !knowsTags(action),
      ),
  };
  return [
    bootstrapByName(environment, concerns),
    ...bootstrapByTag(concerns),
    ...othersByName(environment, concerns),
    ...bootstrapByTrigger(environment, concerns),
    ...codeByTag(environment, concerns),
    {
      Sid: 'OthersByTag',
      Effect: 'Deny',
      // IAM's roles by their path: those that AWS names are one for the account, and services look at them
      NotAction: ['iam:*'],
      Resource: ['*'],
      Condition: {
        StringNotEquals: { [`aws:ResourceTag/${ENVIRONMENT_TAG}`]: environmentTagOf(environment) },
        Null: { [`aws:ResourceTag/${ENVIRONMENT_TAG}`]: 'false' },
      },
    },
  ];
}

interface Concerns {
  /** Whether a pattern of actions says something of what is allowed. */
  readonly action: (pattern: string) => boolean;
  /** Whether names in a service must be spelt out, because tags alone do not tell whose they are. */
  readonly nameIn: (service: string) => boolean;
}

/** Where data lies: told by name and by tag. */
const DATA = new Set(['dynamodb', 's3', 'secretsmanager']);

/** Those of the stack `<environment>-platform-cluster`. */
const CLUSTER_FUNCTIONS = 'function:*-platform-clu*';

/**
 * What `cdk bootstrap` makes (https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html), every stack, and the
 * function that is cluster admin, of which CloudFormation keeps at least the beginning of `<stack>-<logical id>-<its
 * own letters>`.
 */
function bootstrapByName({ account, region }: EnvironmentData, concerns: Concerns): DenyStatement {
  const at = (service: string, resource: string) => `arn:${partitionOf(region)}:${service}:*:${account}:${resource}`;
  return {
    Sid: 'BootstrapByName',
    Effect: 'Deny',
    Action: ['*'],
    Resource: [
      `arn:${partitionOf(region)}:s3:::cdk-*`,
      `arn:${partitionOf(region)}:iam::${account}:role/cdk-*`,
      at('cloudformation', 'stack*/*'),
      at('ecr', 'repository/cdk-*'),
      at('lambda', CLUSTER_FUNCTIONS),
      at('ssm', 'parameter/cdk-bootstrap/*'),
    ].filter((arn) => concerns.action(`${arn.split(':')[2]}:*`)),
  };
}

/**
 * What CloudFormation named and tagged
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html). Left out is what
 * controllers do with it: they enter subnets, add routes and rules, and encrypt by keys.
 */
function bootstrapByTag(concerns: Concerns): DenyStatement[] {
  const actions = CHANGES_OF_STACKS.filter(concerns.action);
  if (actions.length === 0) return [];
  return [
    {
      Sid: 'BootstrapByTag',
      Effect: 'Deny',
      Action: actions,
      Resource: ['*'],
      Condition: { StringLike: { 'aws:ResourceTag/aws:cloudformation:stack-name': ['*-platform-*', 'CDKToolkit'] } },
    },
  ];
}

const CHANGES_OF_STACKS = [
  'ec2:CreateLaunchTemplateVersion',
  'ec2:DeleteFlowLogs',
  'ec2:DeleteLaunchTemplate*',
  'ec2:DeleteNatGateway',
  'ec2:DeleteRouteTable',
  'ec2:DeleteSecurityGroup',
  'ec2:DeleteSubnet',
  'ec2:DeleteVpc*',
  'ec2:ModifyLaunchTemplate',
  'ec2:ModifyVpc*',
  'eks:Delete*',
  'eks:Update*',
  'kms:DisableKey*',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'lambda:*',
  'logs:DeleteLogGroup',
  'logs:DeleteRetentionPolicy',
  'logs:DisassociateKmsKey',
  'logs:PutRetentionPolicy',
  'ssm:*',
];

/** A mapping is a resource of its own: only this key says which function it calls. */
function bootstrapByTrigger({ account, region }: EnvironmentData, concerns: Concerns): DenyStatement[] {
  const actions = ['lambda:CreateEventSourceMapping', 'lambda:UpdateEventSourceMapping'].filter(concerns.action);
  if (actions.length === 0) return [];
  const cluster = `arn:${partitionOf(region)}:lambda:*:${account}:${CLUSTER_FUNCTIONS}`;
  return [
    {
      Sid: 'BootstrapByTrigger',
      Effect: 'Deny',
      Action: actions,
      Resource: ['*'],
      Condition: { ArnLike: { 'lambda:FunctionArn': cluster } },
    },
  ];
}

/**
 * What runs as a role, whosever it is, is changed only where it carries the environment's tag: a person's function has
 * none.
 */
function codeByTag(environment: EnvironmentData, concerns: Concerns): DenyStatement[] {
  const { account, region } = environment;
  const changes = Object.entries(CHANGES_OF_CODE).filter(([action]) => concerns.action(action));
  if (changes.length === 0) return [];
  return [
    {
      Sid: 'CodeByTag',
      Effect: 'Deny',
      Action: changes.map(([action]) => action),
      Resource: [
        ...new Set(
          changes.map(
            ([action, resource]) => `arn:${partitionOf(region)}:${action.split(':')[0]}:*:${account}:${resource}`,
          ),
        ),
      ],
      Condition: {
        StringNotEquals: { [`aws:ResourceTag/${ENVIRONMENT_TAG}`]: environmentTagOf(environment) },
      },
    },
  ];
}

/** By what they change, which for App Runner is one resource of several. */
const CHANGES_OF_CODE: Readonly<Record<string, string>> = {
  'apprunner:UpdateService': 'service/*',
  'codebuild:StartBuild*': 'project/*',
  'codebuild:UpdateProject': 'project/*',
  'ec2:CreateLaunchTemplateVersion': 'launch-template/*',
  'ec2:ModifyLaunchTemplate': 'launch-template/*',
  'lambda:UpdateFunctionCode': 'function:*',
  'lambda:UpdateFunctionConfiguration': 'function:*',
  'states:UpdateStateMachine': 'stateMachine:*',
};

/**
 * Where an environment's own names begin like another's: production's have no prefix. Of data and code, and of what IAM
 * knows no tags of; for the rest the tag is enough. Clusters are named after environments.
 */
function othersByName(environment: EnvironmentData, concerns: Concerns): DenyStatement[] {
  const { account, region, namePrefix } = environment;
  const neighbours = neighboursOf(environment);
  const arn = (service: string, place: string, resource: string) =>
    `arn:${partitionOf(region)}:${service}:${place}:${resource}`;
  const anywhere = `*:${account}`;
  const clusters = neighbours.map(({ name }) => arn('eks', anywhere, `*/${name}-*`));
  const within = neighbours.map((other) => other.namePrefix).filter((prefix) => prefix.startsWith(namePrefix));
  const named = within.flatMap((prefix) => [
    arn('dynamodb', anywhere, `*/${prefix}*`),
    arn('ecr', anywhere, `repository/${prefix}*`),
    arn('events', anywhere, `*/${prefix}*`),
    arn('iam', `:${account}`, `role${ROLE_PATH}${prefix}*`),
    arn('kinesis', anywhere, `*/${prefix}*`),
    arn('lambda', anywhere, `function:${prefix}*`),
    arn('s3', ':', `${prefix}*`),
    arn('secretsmanager', anywhere, `secret:${prefix}*`),
  ]);
  const resources = [...clusters, ...named].filter((resource) => concerns.nameIn(resource.split(':')[2]!));
  if (resources.length === 0) return [];
  return [{ Sid: 'OthersByName', Effect: 'Deny', Action: ['*'], Resource: resources }];
}
