import { partitionOf, ROLE_PATH } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import type { Environment } from '../../environments';
import { actionsOfKind } from './actions';
import { conditionsOf, type Grants, isWithheld, requireHarmless } from './escalation';
import { bootstrapRoleArn } from './names';
import { ENVIRONMENT_TAG, environmentTagOf } from './own-tag';
import { isReading, knowsTags, type PolicyScope, policyResourcesOf, templatesOf } from './scope';
import { type Conditions, MAX_INLINE_SIZE, type PolicyDocument, type PolicyStatement, sizeOf } from './statement';
import { extraPermissions } from './tables/extra-permissions';
import { passedServiceRoles, serviceRoleArns } from './tables/service-roles';

/** Services with one endpoint for all regions: a request to them has a region that nobody chose. */
const GLOBAL = new Set(['budgets', 'ce', 'cloudfront', 'iam', 'organizations', 'route53', 's3', 'shield', 'sso']);

/**
 * API Gateway's ARNs are the paths of its own API.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
 */
const API_GATEWAY_PATHS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/(?:DomainName|APIMapping)$/, ['/domainnames', '/domainnames/*']],
  [/\/VPCLink$/, ['/vpclinks', '/vpclinks/*']],
  [/\/(?:API|Authorizer|Deployment|Integration|Route|Stage)$/, ['/apis', '/apis/*']],
];

/** What a controller needs for the kinds of its objects: the actions, limited as far as IAM can. */
export function policyOf(name: string, kinds: readonly string[], scope: PolicyScope, grants: Grants): PolicyDocument {
  kinds.forEach(requireHarmless);
  const actions = [...new Set(kinds.flatMap(actionsOfKind))].filter((action) => !isWithheld(action, grants)).sort();
  const document: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      ...allowances(actions, kinds, scope, grants),
      ...passRoles(kinds, scope.environment),
      ...serviceLinkedRoles(kinds, scope.environment),
      ...otherEnvironments(actions, scope.environment),
    ],
  };
  const size = sizeOf(document);
  if (size > MAX_INLINE_SIZE)
    throw new InputError(`${name}: its policy has ${size} characters, at most ${MAX_INLINE_SIZE} are allowed`);
  return document;
}

function allowances(
  actions: readonly string[],
  kinds: readonly string[],
  scope: PolicyScope,
  grants: Grants,
): PolicyStatement[] {
  // an action ignores resources of types that it does not know: the limited ones of a service can share theirs, but for
  // IAM's, of which those that look have roles that no other touches
  const groups = new Map<string, { actions: string[]; resources: Set<string>; conditions?: Conditions }>();
  for (const action of actions) {
    const resources = limitsOf(action, actions, kinds, scope);
    const conditions = conditionsOf(action, grants) ?? (resources[0] === '*' ? regional(action, scope) : undefined);
    const looks = action.startsWith('iam:') && isReading(action);
    const key = JSON.stringify([resources[0] === '*' ? '*' : action.split(':')[0], looks, conditions]);
    const group = groups.get(key);
    if (group) {
      group.actions.push(action);
      for (const resource of resources) group.resources.add(resource);
    } else groups.set(key, { actions: [action], resources: new Set(resources), conditions });
  }
  return [...groups.values()].map(({ actions: some, resources, conditions }, index) => ({
    Sid: `Allow${index + 1}`,
    Effect: 'Allow',
    Action: some,
    Resource: [...resources].sort(),
    ...(conditions && { Condition: conditions }),
  }));
}

function limitsOf(action: string, actions: readonly string[], kinds: readonly string[], scope: PolicyScope): string[] {
  if (action.startsWith('apigateway:')) return apiGateway(kinds, scope);
  const templates = isTagging(action) ? ofTagging(action, actions) : templatesOf(action);
  // a role of the bootstrap's is looked at, never changed
  const serviceRoles = isReading(action) ? serviceRoleArns(scope.environment) : [];
  const resources = policyResourcesOf(templates, { ...scope, arns: [...scope.arns, ...serviceRoles] });
  return resources.length > 0 ? resources : ['*'];
}

/** One action tags every type of its service: it is limited to those types that the others work on. */
function ofTagging(action: string, actions: readonly string[]): string[] {
  const all = templatesOf(action);
  const worked = new Set(actions.filter((other) => !isTagging(other)).flatMap(templatesOf));
  const own = all.filter((template) => worked.has(template));
  return own.length > 0 ? own : all;
}

function isTagging(action: string): boolean {
  return /Tag|Untag/.test(action);
}

function apiGateway(kinds: readonly string[], { environment, regions }: PolicyScope): string[] {
  const paths = API_GATEWAY_PATHS.filter(([pattern]) => kinds.some((kind) => pattern.test(kind))).flatMap(
    ([, own]) => own,
  );
  return regions
    .flatMap((region) =>
      [...paths, '/tags/*'].map((path) => `arn:${partitionOf(environment.region)}:apigateway:${region}::${path}`),
    )
    .sort();
}

/** Where IAM cannot say on which resource, it can at least say in which region. */
function regional(action: string, { regions }: PolicyScope): Conditions | undefined {
  const [service = ''] = action.split(':');
  return GLOBAL.has(service) ? undefined : { StringEquals: { 'aws:RequestedRegion': [...regions] } };
}

function passRoles(kinds: readonly string[], environment: Environment): PolicyStatement[] {
  const services = allOf(kinds, 'passRoleTo');
  if (services.length === 0) return [];
  const { account, region, namePrefix } = environment;
  const ofBootstrap = passedServiceRoles(environment).filter(({ service }) => services.includes(service));
  return [
    {
      Sid: 'PassRoles',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: [
        `arn:${partitionOf(region)}:iam::${account}:role${ROLE_PATH}${namePrefix}*`,
        ...ofBootstrap.map(({ name }) => bootstrapRoleArn(name, environment)),
      ],
      Condition: { StringEquals: { 'iam:PassedToService': services } },
    },
  ];
}

function serviceLinkedRoles(kinds: readonly string[], { account, region }: Environment): PolicyStatement[] {
  const services = allOf(kinds, 'serviceLinkedRoles');
  if (services.length === 0) return [];
  return [
    {
      Sid: 'ServiceLinkedRoles',
      Effect: 'Allow',
      Action: ['iam:CreateServiceLinkedRole'],
      Resource: services.map(
        (service) => `arn:${partitionOf(region)}:iam::${account}:role/aws-service-role/${service}/*`,
      ),
      Condition: { StringEquals: { 'iam:AWSServiceName': services } },
    },
  ];
}

function allOf(kinds: readonly string[], field: 'passRoleTo' | 'serviceLinkedRoles'): string[] {
  return [...new Set(kinds.flatMap((kind) => extraPermissions[kind]?.[field] ?? []))].sort();
}

/** What carries another environment's tag is out of reach, also where names cannot tell whose it is. */
function otherEnvironments(actions: readonly string[], environment: Environment): PolicyStatement[] {
  const changing = actions.filter((action) => !isReading(action) && knowsTags(action));
  if (changing.length === 0) return [];
  const own = environmentTagOf(environment);
  const key = `aws:ResourceTag/${ENVIRONMENT_TAG}`;
  return [
    {
      Sid: 'DenyOtherEnvironments',
      Effect: 'Deny',
      Action: changing,
      Resource: ['*'],
      Condition: { StringNotEquals: { [key]: own }, Null: { [key]: 'false' } },
    },
  ];
}
