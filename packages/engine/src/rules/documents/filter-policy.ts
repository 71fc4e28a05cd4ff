import { isRecord } from '../../manifests';
import { fieldOf, type Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { parsedIn } from './document';
import { patternProblems } from './match-conditions';

export const filterPolicy: Rule = {
  id: 'filter-policy',
  group: 'documents',
  reason: 'SNS refuses a filter policy with unknown operators or too many of them.',
  link: 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
  check,
};

const MOST_KEYS = 5;
const MOST_COMBINATIONS = 150;

function* check(tree: Tree): Generator<Problem> {
  for (const { object, path, value } of parsedIn(tree, 'filter-policy')) {
    for (const { at, message } of patternProblems(value))
      yield { object, path, message: `${at || 'the filter'}: ${message}` };
    if (!isRecord(value)) continue;
    const leaves = [...leavesOf(value)];
    if (leaves.length > MOST_KEYS)
      yield { object, path, message: `has ${leaves.length} keys, at most ${MOST_KEYS} are allowed` };
    const combinations = leaves.reduce((product, leaf) => product * Math.max(1, leaf.length), 1);
    if (combinations > MOST_COMBINATIONS)
      yield { object, path, message: `has ${combinations} combinations, at most ${MOST_COMBINATIONS} are allowed` };
    const isOverBody =
      fieldOf(object, 'spec.filterPolicyScope') === 'MessageBody' ||
      fieldOf(object, 'spec.forProvider.filterPolicyScope') === 'MessageBody';
    const nested = Object.keys(value).find((key) => isRecord(value[key]));
    if (nested !== undefined && !isOverBody)
      yield { object, path, message: `${nested}: a nested field is allowed only with filterPolicyScope MessageBody` };
  }
}

function* leavesOf(value: Readonly<Record<string, unknown>>): Generator<readonly unknown[]> {
  for (const part of Object.values(value))
    if (Array.isArray(part)) yield part;
    else if (isRecord(part)) yield* leavesOf(part);
}
