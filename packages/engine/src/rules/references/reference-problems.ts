import { type Arn, BOOTSTRAP_PATH, kindsOfArn, parseArn } from '../../aws';
import { oncePer } from '../../collections';
import { kindKey, type Manifest } from '../../manifests';
import type { ByArn, ByAwsName, ByLabels, ByName, Mention } from '../../references';
import { familyOf, familyOfGroup } from '../../references';
import type { Tree, TreeObject } from '../../relations';
import type { Problem } from '../rule';
import { type MadeSecret, secretsMadeBy } from './secrets';

/** What is wrong with a mention; each is a rule of its own. */
export type Defect = 'dangling' | 'kind' | 'family' | 'namespace';

export interface ReferenceProblem extends Problem {
  readonly defect: Defect;
}

/** Every mention of a tree that leads nowhere, or somewhere else than it may. */
export const referenceProblems = oncePer((tree: Tree): readonly ReferenceProblem[] =>
  tree.objects.flatMap((object) =>
    tree.mentionsOf(object).flatMap((mention) => problemOf(tree, object, mention) ?? []),
  ),
);

function problemOf(tree: Tree, object: TreeObject, mention: Mention): ReferenceProblem | undefined {
  switch (mention.by) {
    case 'name':
      return byName(tree, object, mention);
    case 'labels':
      return byLabels(tree, object, mention);
    case 'arn':
      return byArn(tree, object, mention);
    case 'aws-name':
      return byAwsName(tree, object, mention);
  }
}

function byName(tree: Tree, object: TreeObject, mention: ByName): ReferenceProblem | undefined {
  const { kinds, name, namespace, path, key } = mention;
  const found = tree.lookup.resolve(mention);
  const own = object.manifest.metadata.namespace;
  const wanted = kinds.map(describeKind).join(' or ');
  const where = namespace === undefined ? name : `${namespace}/${name}`;
  // cluster-wide objects are reached from anywhere, and RBAC names accounts of other namespaces on purpose
  const isForeign = namespace !== undefined && own !== undefined && namespace !== own && mention.needed;
  if (isForeign)
    return {
      defect: 'namespace',
      object,
      path,
      message: `names ${wanted} ${where} in another namespace; only ${own} is allowed, because references across namespaces need the controllers' opt-in`,
    };
  if (found.length > 0) return missingKey(object, found, path, key);
  if (kinds.includes('/Secret')) {
    const makers = secretsMadeBy(tree).filter(({ place }) => place === `${namespace}/${name}`);
    if (makers.length > 0) return unmadeKey(object, makers, mention);
  }

  const [other] = tree.lookup.named(name).filter((manifest) => manifest !== object.manifest);
  if (other) return elsewhere(object, other, { wanted, name, namespace, path, kinds });
  return { defect: 'dangling', object, path, message: `there is no ${wanted} ${where}` };
}

interface Wanted {
  readonly wanted: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly path: string;
  readonly kinds: readonly string[];
}

/** An object of that name exists, and is not what the field means. */
function elsewhere(
  object: TreeObject,
  other: Manifest,
  { wanted, name, namespace, path, kinds }: Wanted,
): ReferenceProblem {
  const theirs = kindKey(other);
  if (kinds.includes(theirs)) {
    const place = other.metadata.namespace ?? 'no namespace';
    const message = `${wanted} ${name} is in ${place}, not in ${namespace ?? 'no namespace'}`;
    return { defect: 'namespace', object, path, message };
  }
  const family = familyOf(other);
  const fits = kinds.some((kind) => kind === family || familyOfGroup(kind.split('/')[0]!) === family);
  if (family !== 'kubernetes' && !fits) {
    const message = `${name} is a ${theirs}; this field reaches only ${wanted}, of its own family of controllers`;
    return { defect: 'family', object, path, message };
  }
  return { defect: 'kind', object, path, message: `${name} is a ${theirs}, ${wanted} is needed` };
}

function missingKey(
  object: TreeObject,
  [found]: readonly Manifest[],
  path: string,
  key: string | undefined,
): ReferenceProblem | undefined {
  if (key === undefined || !found || kindKey(found) !== '/ConfigMap') return undefined;
  const { data = {}, binaryData = {} } = found as { data?: object; binaryData?: object };
  if (key in data || key in binaryData) return undefined;
  return { defect: 'dangling', object, path, message: `ConfigMap ${found.metadata.name} has no key '${key}'` };
}

/** What is missing of a Secret that objects of the tree make. */
function unmadeKey(
  object: TreeObject,
  makers: readonly MadeSecret[],
  { path, name, key }: ByName,
): ReferenceProblem | undefined {
  const by = makers.map((maker) => `${maker.by.manifest.kind} ${maker.by.manifest.metadata.name}`).join(' and ');
  if (makers.every(({ isPart }) => isPart))
    return { defect: 'dangling', object, path, message: `nobody makes Secret ${name}, ${by} only adds to it` };
  if (key === undefined || makers.some(({ keys }) => keys === undefined || keys.has(key))) return undefined;
  const keys = makers.flatMap((maker) => [...(maker.keys ?? [])]);
  const message = `Secret ${name} gets no key '${key}' from ${by}, only ${keys.join(', ') || 'none'}`;
  return { defect: 'dangling', object, path, message };
}

function byLabels(tree: Tree, object: TreeObject, mention: ByLabels): ReferenceProblem | undefined {
  if (tree.lookup.resolve(mention).length > 0) return undefined;
  const labels = Object.entries(mention.labels).map(([label, value]) => `${label}=${value}`);
  const message = `no ${mention.kinds.map(describeKind).join(' or ')} carries ${labels.join(', ')}`;
  return { defect: 'dangling', object, path: mention.path, message };
}

function byAwsName(tree: Tree, object: TreeObject, mention: ByAwsName): ReferenceProblem | undefined {
  if (tree.lookup.resolve(mention).length > 0 || tree.home.facts.has(mention.name)) return undefined;
  const message = `there is no ${mention.kinds.map(describeKind).join(' or ')} with the AWS name '${mention.name}'`;
  return { defect: 'dangling', object, path: mention.path, message };
}

/** Fields that take ARNs of one service only. */
const SERVICES: readonly { readonly field: RegExp; readonly service: string; readonly what: string }[] = [
  { field: /roleARN$/i, service: 'iam', what: 'an IAM role' },
  { field: /kms[a-z]*(?:key)?(?:id|arn)$/i, service: 'kms', what: 'a KMS key' },
  { field: /topicARN$/i, service: 'sns', what: 'an SNS topic' },
  { field: /queueARN$/i, service: 'sqs', what: 'an SQS queue' },
  { field: /(?:functionARN|lambdaARN)$/i, service: 'lambda', what: 'a Lambda function' },
];

function byArn(tree: Tree, object: TreeObject, mention: ByArn): ReferenceProblem | undefined {
  const { arn, path } = mention;
  const parts = parseArn(arn);
  if (!parts || !isOurs(parts, tree.home.account)) return undefined;
  const field = path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '');
  const expected = SERVICES.find((one) => one.field.test(field));
  if (expected && expected.service !== parts.service)
    return {
      defect: 'kind',
      object,
      path,
      message: `${arn} is an ARN of ${parts.service}, ${expected.what} is needed`,
    };
  if (tree.lookup.resolve(mention).length > 0 || isKnownOutside(tree, arn, parts)) return undefined;
  const kinds = kindsOfArn(parts);
  const isKey = parts.service === 'kms' && parts.resource.startsWith('key/');
  if (kinds.length > 0)
    return {
      defect: 'dangling',
      object,
      path,
      message: `${arn}: the tree has no such ${kinds.map(kindOnly).join(' or ')}`,
    };
  if (isKey && tree.home.facts.size > 0)
    return { defect: 'dangling', object, path, message: `${arn} is none of the bootstrap's keys` };
  return undefined;
}

/** A bucket's ARN names no account; ours have it in their names, which all of AWS shares. */
function isOurs({ service, account, resource }: Arn, ours: string): boolean {
  return service === 's3' ? resource.includes(ours) : account === ours;
}

/** What AWS or the bootstrap keeps, and patterns so wide that they name no object. */
function isKnownOutside(tree: Tree, arn: string, { service, resource }: Arn): boolean {
  if (tree.home.facts.has(arn) || resource.startsWith('*')) return true;
  if (service === 'events') return resource === 'event-bus/default' || resource.startsWith('event-bus/aws.');
  if (service === 'iam')
    return (
      resource === 'root' ||
      resource.startsWith('role/aws-service-role/') ||
      resource.startsWith(`role${BOOTSTRAP_PATH}`) ||
      resource.startsWith(`policy${BOOTSTRAP_PATH}`)
    );
  // a prefix that ends in a wildcard is the name space that a policy grants, not an object
  return /^[^*?]*[/:-]\*$/.test(resource) && kindsOfArn({ service, resource }).length === 0;
}

function describeKind(kind: string): string {
  if (kind === 'ack') return 'ACK object';
  return kind === 'crossplane' ? 'Crossplane object' : kind.replace(/^\//, '');
}

function kindOnly(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
