import { oncePer } from '../../collections';
import { graphProblems, RESOURCE_GRAPH_KIND } from '../../kro';
import type { Manifest } from '../../manifests';
import type { Tree } from '../../relations';
import type { SchemaStore } from '../../schema';
import type { Problem, Rule } from '../rule';

export const kroGraph: Rule = {
  id: 'kro-graph',
  group: 'documents',
  reason: 'The API server takes any graph; kro refuses it later, and its instances wait for ever.',
  link: 'https://kro.run/docs/concepts/rgd/cel-expressions',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  if (!tree.schemas) return;
  const problemsOf = problemsBy(tree.schemas);
  for (const object of tree.ofKinds(RESOURCE_GRAPH_KIND))
    for (const { path, message } of problemsOf(object.manifest)) yield { object, path, message };
}

const problemsBy = oncePer((schemas: SchemaStore) => oncePer((graph: Manifest) => graphProblems(graph, schemas)));
