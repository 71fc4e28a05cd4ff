import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { brokenDemand, kindsWhere } from './demands';

export const deletionProtection: Rule = {
  id: 'deletion-protection',
  group: 'policy',
  reason: 'Where AWS itself can refuse a deletion, it does, whoever asks for it.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const known of kindsWhere(tree, ({ kind }) => typeof kind.stateful === 'string')) {
    const { protection } = known.kind;
    if (!('field' in protection)) continue;
    const { field, value, unless } = protection;
    for (const object of tree.ofKinds(known.key))
      for (const problem of brokenDemand(object, known, {
        field,
        must: { equal: value },
        ...(unless && { unless: [unless] }),
      }))
        yield { ...problem, message: `has to be ${JSON.stringify(value)}` };
  }
}
