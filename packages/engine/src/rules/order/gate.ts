import { groupBy } from '../../collections';
import { objectKey } from '../../manifests';
import { type EarlyObject, startupOf } from '../../startup';
import type { Rule } from '../rule';

export const gate: Rule = {
  id: 'order/gate',
  group: 'order',
  reason:
    'What is applied before its namespace or its CRD fails; beside objects that are still in progress Argo CD does not even try it again.',
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  *check(tree) {
    for (const [, [first, ...others]] of groupBy(startupOf(tree).earlyObjects, keyOf)) {
      const { object, need } = first!;
      const more = others.length === 0 ? '' : `, and so may ${others.length} more of ${object.application}`;
      yield {
        object,
        path: need.path,
        message: `may be applied before ${objectKey(need.to.manifest)} of ${need.to.application}, which ${need.because}${more}`,
      };
    }
  },
};

function keyOf({ object, need }: EarlyObject): string {
  return `${object.application} ${objectKey(need.to.manifest)}`;
}
