import { arnOf } from '../../aws';
import { globsMeet } from '../../iam';
import { kindKey, type Manifest } from '../../manifests';
import type { Problem, Rule } from '../rule';
import { fieldOf, type Tree, type TreeObject } from '../tree';

export const functionPermission: Rule = {
  id: 'function-permission',
  group: 'references',
  reason:
    'A service that may not invoke its function drops what it was to deliver, and S3 and Secrets Manager refuse the function.',
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  check,
};

/** Fields that name a function for a service to invoke, and on whose behalf it does, where the tree knows that. */
interface Caller {
  readonly kind: string;
  /** Of all fields that begin so. */
  readonly path: string;
  readonly service: string;
  readonly source?: (tree: Tree, object: TreeObject) => string | undefined;
}

const itself = (tree: Tree, { manifest }: TreeObject) => arnOf(manifest, tree.home);
const topic = (tree: Tree, object: TreeObject): string | undefined => {
  const mention = tree.mentionsOf(object).find(({ path }) => /^spec\.topic(?:ARN|Ref)$/.test(path));
  const [found] = mention ? tree.lookup.resolve(mention) : [];
  return found && arnOf(found, tree.home);
};

const CALLERS: readonly Caller[] = [
  { kind: 'eventbridge.services.k8s.aws/Rule', path: 'spec.targets', service: 'events.amazonaws.com', source: itself },
  { kind: 'cloudwatchevents.aws.m.upbound.io/Target', path: 'spec.forProvider.arn', service: 'events.amazonaws.com' },
  { kind: 'sns.services.k8s.aws/Subscription', path: 'spec.endpoint', service: 'sns.amazonaws.com', source: topic },
  { kind: 's3.services.k8s.aws/Bucket', path: 'spec.notification', service: 's3.amazonaws.com', source: itself },
  {
    kind: 'secretsmanager.aws.m.upbound.io/SecretRotation',
    path: 'spec.forProvider.rotationLambdaArn',
    service: 'secretsmanager.amazonaws.com',
  },
  {
    kind: 'apigatewayv2.services.k8s.aws/Integration',
    path: 'spec.integrationURI',
    service: 'apigateway.amazonaws.com',
  },
  {
    kind: 'apigatewayv2.services.k8s.aws/Authorizer',
    path: 'spec.authorizerURI',
    service: 'apigateway.amazonaws.com',
  },
  {
    kind: 'cognitoidp.aws.m.upbound.io/UserPool',
    path: 'spec.forProvider.lambdaConfig',
    service: 'cognito-idp.amazonaws.com',
  },
];

const FUNCTION = 'lambda.services.k8s.aws/Function';
const PERMISSION = 'lambda.aws.m.upbound.io/Permission';

function* check(tree: Tree): Generator<Problem> {
  for (const { kind, path, service, source } of CALLERS)
    for (const object of tree.ofKinds(kind))
      for (const mention of tree.mentionsOf(object)) {
        if (!mention.path.startsWith(path)) continue;
        for (const called of tree.lookup.resolve(mention)) {
          if (kindKey(called) !== FUNCTION || isAllowed(tree, called, service, source?.(tree, object))) continue;
          const message = `no Permission lets ${service} invoke the function ${called.metadata.name} for this ${object.manifest.kind}`;
          yield { object, path: mention.path, message };
        }
      }
}

function isAllowed(tree: Tree, called: Manifest, service: string, source: string | undefined): boolean {
  return tree.ofKinds(PERMISSION).some((permission) => {
    const mention = tree.mentionsOf(permission).find(({ path }) => path === 'spec.forProvider.functionName');
    if (!mention || !tree.lookup.resolve(mention).includes(called)) return false;
    if (fieldOf(permission, 'spec.forProvider.principal') !== service) return false;
    const allowed = fieldOf(permission, 'spec.forProvider.sourceArn');
    if (allowed === undefined || source === undefined) return true;
    // what kro puts in stands for any text
    return globsMeet(String(allowed).replace(/\$\{[^}]*\}/g, '*'), source);
  });
}
