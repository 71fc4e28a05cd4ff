import { GRAPH_KIND, graphProblems } from '../../kro';
import type { Problem, Rule } from '../rule';
import type { Tree } from '../tree';

export const kroGraph: Rule = {
  id: 'kro-graph',
  group: 'documents',
  reason: 'The API server takes any graph; kro refuses it later, and its instances wait for ever.',
  link: 'https://kro.run/docs/concepts/rgd/cel-expressions',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  if (!tree.schemas) return;
  for (const object of tree.ofKinds(GRAPH_KIND))
    for (const { path, message } of graphProblems(object.manifest, tree.schemas)) yield { object, path, message };
}
