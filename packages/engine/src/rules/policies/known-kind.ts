import { isAwsKind, type Known, knownOf, resourceType } from '../../aws';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';

export const knownKind: Rule = {
  id: 'known-kind',
  group: 'policy',
  reason: 'What nobody has looked at may hold data in plain text, without a backup or an alarm: no policy judges it.',
  link: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_encrypt.html',
  check,
};

/** Once for a kind and environment, at its first object. */
function* check(tree: Tree): Generator<Problem> {
  for (const key of tree.kinds) {
    // a type that AWS does not have is the rule desired-state's
    if (!isAwsKind(key) || (key.startsWith('AWS::') && !knownOf(key) && !resourceType(key))) continue;
    const [object, ...others] = tree.ofKinds(key);
    const message = unknownOf(knownOf(key));
    if (object && message)
      yield {
        object,
        path: 'kind',
        message: `${message}${others.length > 0 ? ` (${others.length + 1} objects)` : ''}`,
      };
  }
}

function unknownOf(known: Known | undefined): string | undefined {
  if (!known) return 'nothing is known of it: encryption, retention, backup and alarms are not judged';
  const { encryption, protection, backup, alarms, exposure } = known.kind;
  const answers = {
    'encryption at rest': encryption.atRest,
    'encryption in transit': encryption.inTransit,
    'deletion protection': protection,
    backup,
    alarms,
    exposure,
  };
  const unknown = Object.entries(answers).flatMap(([question, answer]) =>
    'unknown' in answer ? [`${question} (${answer.unknown})`] : [],
  );
  return unknown.length === 0 ? undefined : `not known of it, and not judged: ${unknown.join(', ')}`;
}
