import { statementsOf } from '../../aws';
import { read } from '../../manifests';
import { parsedIn } from '../documents/document';
import type { Problem, Rule } from '../rule';
import type { Tree } from '../tree';

export const tlsOnly: Rule = {
  id: 'tls-only',
  group: 'policy',
  reason: 'Their endpoints answer without TLS too; only a policy that denies it keeps callers from that.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  check,
};

const KINDS = [
  'efs.services.k8s.aws/FileSystem',
  's3.services.k8s.aws/Bucket',
  'sns.services.k8s.aws/Topic',
  'sqs.services.k8s.aws/Queue',
];

function* check(tree: Tree): Generator<Problem> {
  const policies = parsedIn(tree, 'iam-policy').filter(({ path }) => path === 'spec.policy');
  const denying = new Set(
    policies.filter(({ value }) => statementsOf(value).some(deniesPlainText)).map(({ object }) => object),
  );
  // a policy that is no JSON is said to be none, once
  for (const object of tree.ofKinds(...KINDS))
    if (!denying.has(object) && isReadable(read(object.manifest, 'spec.policy')))
      yield { object, path: 'spec.policy', message: 'has no Deny for everybody where aws:SecureTransport is false' };
}

function deniesPlainText({ effect, principal, conditions }: ReturnType<typeof statementsOf>[number]): boolean {
  const isEverybody = principal === '*' || read(principal, 'AWS') === '*';
  return (
    effect === 'Deny' &&
    isEverybody &&
    [read(read(conditions, 'Bool'), 'aws:SecureTransport')].flat().map(String).includes('false')
  );
}

function isReadable(text: unknown): boolean {
  try {
    if (typeof text === 'string') JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
