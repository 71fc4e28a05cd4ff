import { iamService, partitionOf, ROLE_PATH } from '@aws-platform/engine/aws';
import { globsMeet } from '@aws-platform/engine/iam';
import type { Environment } from '../../environments';

/** What the policy of one controller is limited to. */
export interface PolicyScope {
  readonly environment: Environment;
  /** Where its objects are. */
  readonly regions: readonly string[];
  /** The ARNs of its objects and of the roles in dist, as far as they are known. */
  readonly arns: readonly string[];
}

/** Where an ARN template has the name of an object, not an id that AWS gives. */
const NAME = /^(?:SecretId|\w*Name)$/;

/**
 * The resources that an action on these ARN templates may be limited to: in the environment's account and regions,
 * names with the environment's prefix, and those objects of the controller whole whose names something else decides.
 */
export function policyResourcesOf(templates: readonly string[], scope: PolicyScope): string[] {
  const resources = templates.flatMap((template) => {
    if (template === KEY) return keysIn(scope);
    const narrow = fill(template, scope, true);
    const wide = fill(template, scope, false);
    const others = scope.arns.filter((arn) => meetsAny(wide, arn) && !meetsAny(narrow, arn));
    return [...narrow, ...others];
  });
  return [...new Set(resources)].sort();
}

const KEY = 'arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}';

/** Of KMS, only the platform's keys. */
function keysIn({ environment, regions }: PolicyScope): string[] {
  const { keys, dr } = environment.outputs;
  return [...Object.values(keys), ...Object.values(dr.keys)].filter((arn) => regions.includes(arn.split(':')[3] ?? ''));
}

/**
 * The environment's own names in every region, as patterns of these ARN templates. Of KMS, no pattern: keys have ids.
 */
export function ownPatternsOf(templates: readonly string[], environment: Environment): string[] {
  const scope = { environment, regions: ['*'], arns: [] };
  return templates.filter((template) => template !== KEY).flatMap((template) => fill(template, scope, true));
}

/** Whether an ARN template has the name of an object, which the environment's prefix begins. */
export function isNamed(template: string): boolean {
  return [...template.matchAll(/\$\{(\w+)\}/g)].some(([, key = '']) => NAME.test(key) || key === 'BucketName');
}

function meetsAny(patterns: readonly string[], arn: string): boolean {
  return patterns.some((pattern) => globsMeet(pattern, arn));
}

function fill(template: string, { environment, regions }: PolicyScope, named: boolean): string[] {
  const { account, region, namePrefix, outputs } = environment;
  const places = template.includes('${Region}') ? regions : [region];
  return places.map((place) =>
    template.replace(/\$\{(\w+)\}/g, (_, key: string) => {
      if (key === 'Partition') return partitionOf(region);
      if (key === 'Region') return place;
      if (key === 'Account') return account;
      if (!named) return '*';
      if (key === 'ClusterName') return outputs.clusterName;
      // nobody writes the boundary, or another policy of the bootstrap
      if (key === 'PolicyNameWithPath') return `${ROLE_PATH.slice(1)}${namePrefix}*`;
      if (key === 'RoleNameWithPath') return `${ROLE_PATH.slice(1)}${namePrefix}*`;
      // a bucket's objects are its own
      if (key === 'ObjectName') return '*';
      // account and region stand in every bucket's name
      if (key === 'BucketName') return `${namePrefix}*-${account}-*`;
      return NAME.test(key) ? `${namePrefix}*` : '*';
    }),
  );
}

/** The ARN templates of the resource types that an action can be limited to; none where IAM has only `*`. */
export function templatesOf(action: string): string[] {
  const [prefix = '', name = ''] = action.split(':');
  const service = iamService(prefix);
  const types = service?.actions.get(name.toLowerCase())?.resourceTypes ?? [];
  const templates = types.flatMap((type) => service?.arns.get(type.name) ?? []);
  // what other services bring in is optional: licences, resource groups; but a key may be asked for
  const own = templates.filter((template) => template.split(':')[2] === prefix);
  return own.length > 0 ? [...own, ...templates.filter((template) => template === KEY)] : templates;
}

/** Whether IAM can tell by the tags of what an action works on whether to permit it. */
export function knowsTags(action: string): boolean {
  const [prefix = '', name = ''] = action.split(':');
  const service = iamService(prefix);
  const found = service?.actions.get(name.toLowerCase());
  const keys = [
    ...(found?.conditionKeys ?? []),
    ...(found?.resourceTypes ?? []).flatMap((type) => [
      ...type.conditionKeys,
      ...(service?.conditionKeys.get(type.name) ?? []),
    ]),
  ];
  return keys.includes('aws:ResourceTag/${TagKey}');
}

/** Whether an action only looks. */
export function isReading(action: string): boolean {
  const [prefix = '', name = ''] = action.split(':');
  return ['List', 'Read'].includes(iamService(prefix)?.actions.get(name.toLowerCase())?.accessLevel ?? '');
}
