import { isRecord } from '../../manifests';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { parsedIn } from './document';
import { patternProblems } from './match-conditions';

export const eventPattern: Rule = {
  id: 'event-pattern',
  group: 'documents',
  reason: 'AWS refuses a pattern with unknown operators, and one over fields that no event has never matches.',
  link: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html',
  check,
};

/**
 * What every event has (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html);
 * `replay-name` only replayed ones.
 */
const ENVELOPE = [
  'account',
  'detail',
  'detail-type',
  'id',
  'region',
  'replay-name',
  'resources',
  'source',
  'time',
  'version',
  '$or',
];
/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const LONGEST = 2_048;

function* check(tree: Tree): Generator<Problem> {
  for (const { object, path, value, text } of parsedIn(tree, 'event-pattern')) {
    if (text.length > LONGEST)
      yield { object, path, message: `has ${text.length} characters, at most ${LONGEST} are allowed` };
    for (const { at, message } of patternProblems(value))
      yield { object, path, message: `${at || 'the pattern'}: ${message}` };
    const unknown = isRecord(value) ? Object.keys(value).find((field) => !ENVELOPE.includes(field)) : undefined;
    if (unknown !== undefined)
      yield { object, path, message: `no event has a field '${unknown}', allowed are ${ENVELOPE.join(', ')}` };
  }
}
