import type { Problem, Rule } from '../rule';
import { fieldOf, type Tree } from '../tree';
import { statefulKinds } from './stateful-kinds';

export const deletionProtection: Rule = {
  id: 'deletion-protection',
  group: 'policy',
  reason: 'Where AWS itself can refuse a deletion, it does, whoever asks for it.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const [kind, { protection, unprotectedWhen }] of Object.entries(statefulKinds)) {
    if (!protection) continue;
    for (const object of tree.ofKinds(kind)) {
      if (unprotectedWhen?.test(String(fieldOf(object, 'spec.engine')))) continue;
      if (fieldOf(object, protection.path) !== protection.value)
        yield { object, path: protection.path, message: `has to be ${JSON.stringify(protection.value)}` };
    }
  }
}
