import { startupOf } from '../../startup';
import type { Rule } from '../rule';

export const personHolds: Rule = {
  id: 'order/person-holds',
  group: 'order',
  reason:
    'A wave that waits for a person keeps everything behind it out of the cluster until somebody knows that they have to act.',
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  *check(tree) {
    for (const { object, waves } of startupOf(tree).holdingPeople) {
      const held = waves.map(({ application, wave }) => `wave ${wave} of ${application}`).join(', ');
      yield { object, path: 'metadata.name', message: `a person has to write its value, and until then ${held} waits` };
    }
  },
};
