import { statementsOf } from '../../iam';
import { read } from '../../manifests';
import { parsedIn } from '../documents/document';
import type { Problem, Rule } from '../rule';
import type { Tree } from '../tree';
import { fieldPlaces, kindsWhere, partsOf, problemAt } from './demands';

export const tlsOnly: Rule = {
  id: 'tls-only',
  group: 'policy',
  reason: 'Their endpoints answer without TLS too; only a policy that denies it keeps callers from that.',
  link: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  const policies = parsedIn(tree, 'iam-policy').filter(({ value }) => statementsOf(value).some(deniesPlainText));
  const denying = new Map(policies.map(({ object, path }) => [object, path]));
  for (const known of kindsWhere(tree, ({ kind }) => 'policy' in kind.encryption.inTransit)) {
    const { inTransit } = known.kind.encryption;
    const field = 'policy' in inTransit ? inTransit.policy : '';
    const instead = known.form.without?.inTransit;
    for (const object of tree.ofKinds(known.key))
      if (instead && 'elsewhere' in instead) {
        if (!partsOf(tree, object, known.key, instead.elsewhere).some((part) => denying.has(part)))
          yield { object, path: 'metadata.name', message: `has no ${instead.elsewhere} with ${DENY}` };
      } else {
        // a policy that is no JSON is said to be none, once
        for (const place of fieldPlaces(object, known, field))
          if (denying.get(object) !== place.path && isReadable(place.value))
            yield problemAt(object, place, `has no ${DENY}`);
      }
  }
}

const DENY = 'Deny for everybody where aws:SecureTransport is false';

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
