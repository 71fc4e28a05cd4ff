import { principalsOf, statementsOf } from '../../iam';
import { annotationOf, isRecord } from '../../manifests';
import { ofEachDocument } from '../of-each';
import type { Problem, Rule } from '../rule';
import { fieldOf, type Tree } from '../tree';
import { brokenDemands } from './demands';

export const publicExposure: Rule = {
  id: 'public-exposure',
  group: 'policy',
  reason: 'What anybody on the internet can reach is so on purpose, said at the place, or not at all.',
  link: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
  check,
};

/** Keys that narrow a policy for everybody down to somebody. */
const NARROWING =
  /^(?:aws:(?:source|principal|via)|kms:(?:calleraccount|viaservice)|s3:dataaccesspointaccount|elasticfilesystem:accessedviamounttarget|sts:externalid|.*:(?:sub|aud)$)/i;

function* check(tree: Tree): Generator<Problem> {
  yield* brokenDemands(tree, 'exposure');
  yield* openPolicies(tree);
  yield* openServices(tree);
}

const openPolicies = ofEachDocument(['iam-policy', 'trust-policy'], ({ object, path, value }) =>
  statementsOf(value)
    .filter(
      (statement) =>
        statement.effect === 'Allow' && principalsOf(statement).includes('*') && !isNarrowed(statement.conditions),
    )
    .map((statement) => ({
      object,
      path,
      message: `${statement.path} allows everybody, without a condition that says who`,
    })),
);

function isNarrowed(conditions: unknown): boolean {
  return (
    isRecord(conditions) &&
    Object.values(conditions).some((keys) => isRecord(keys) && Object.keys(keys).some((key) => NARROWING.test(key)))
  );
}

const SCHEMES: Readonly<Record<string, string>> = {
  '/Service': 'service.beta.kubernetes.io/aws-load-balancer-scheme',
  'networking.k8s.io/Ingress': 'alb.ingress.kubernetes.io/scheme',
};

function* openServices(tree: Tree): Generator<Problem> {
  for (const [kind, annotation] of Object.entries(SCHEMES))
    for (const object of tree.ofKinds(kind))
      if (annotationOf(object.manifest, annotation) === 'internet-facing')
        yield {
          object,
          path: `metadata.annotations.${annotation}`,
          message: 'makes a load balancer that the internet reaches',
        };
  for (const object of tree.ofKinds('/Service')) {
    const isOpen =
      fieldOf(object, 'spec.type') === 'LoadBalancer' &&
      annotationOf(object.manifest, SCHEMES['/Service']!) === undefined;
    if (isOpen)
      yield {
        object,
        path: 'spec.type',
        message: `LoadBalancer without ${SCHEMES['/Service']} may be reached by the internet`,
      };
  }
}
