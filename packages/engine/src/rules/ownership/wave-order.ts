import { objectKey, SYNC_WAVE } from '../../manifests';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { waveOf } from './waves';

export const waveOrder: Rule = {
  id: 'wave-order',
  group: 'ownership',
  reason: 'Argo CD waits until a wave is healthy: what needs an object of a later wave never gets there.',
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  check,
};

/** Within one wave Argo CD applies everything together, and controllers wait for each other. */
function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.objects) {
    const wave = waveOf(object);
    const late = tree
      .dependenciesOf(object)
      .find(
        ({ to }) => to.application === object.application && waveOf(to) > wave && !tree.dependOnEachOther(object, to),
      );
    if (late)
      yield {
        object,
        path: `metadata.annotations.${SYNC_WAVE}`,
        message: `wave ${wave} comes before wave ${waveOf(late.to)} of ${objectKey(late.to.manifest)}, which ${late.path} needs`,
      };
  }
}
