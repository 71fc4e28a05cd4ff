import { each, isRecord, records } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';

export const argocdSource: Rule = {
  id: 'argocd-source',
  group: 'references',
  reason: 'An Application whose folder is not there syncs nothing, or prunes everything.',
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/directory/',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  const folders = new Set(tree.objects.map(({ application }) => application));
  for (const object of tree.ofKinds('argoproj.io/Application')) {
    for (const { path, value: source } of sourcesOf(object)) {
      const folder = source['path'];
      if (typeof folder !== 'string' || !isOfDist(folder)) continue;
      const name = folder.replace(/\/+$/, '').split('/').at(-1)!;
      if (!folders.has(name)) yield { object, path: `${path}.path`, message: `there is no folder ${folder}` };
    }
  }
}

/** Other paths are folders of other repositories' making. */
function isOfDist(folder: string): boolean {
  return /^(?:\.\/)?dist\//.test(folder);
}

/** An Application's sources, whether it has one or several. */
export function sourcesOf(
  object: TreeObject,
): { readonly path: string; readonly value: Readonly<Record<string, unknown>> }[] {
  const source = fieldOf(object, 'spec.source');
  if (isRecord(source)) return [{ path: 'spec.source', value: source }];
  return records(fieldOf(object, 'spec.sources')).length === 0
    ? []
    : [...each(object.manifest, 'spec.sources[]')].flatMap(({ path, value }) =>
        isRecord(value) ? [{ path, value }] : [],
      );
}
