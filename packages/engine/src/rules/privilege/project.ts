import { records } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';

export const project: Rule = {
  id: 'privilege/project',
  group: 'privilege',
  reason: 'Argo CD is an administrator of the cluster; a project is all that holds who merges into its repositories.',
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds('argoproj.io/AppProject'))
    for (const [path, message] of wrongWith(object)) yield { object, path, message };
}

function* wrongWith(object: TreeObject): Generator<readonly [path: string, message: string]> {
  for (const [index, source] of [fieldOf(object, 'spec.sourceRepos')].flat().entries())
    if (source === '*') yield [`spec.sourceRepos[${index}]`, 'takes manifests from any repository; name them'];
  for (const [index, { namespace, server, name }] of records(fieldOf(object, 'spec.destinations')).entries())
    if (namespace === '*' && (server === '*' || name === '*'))
      yield [`spec.destinations[${index}]`, 'writes to every namespace of every cluster; name them'];
  for (const [index, { group, kind }] of records(fieldOf(object, 'spec.clusterResourceWhitelist')).entries())
    if (group === '*' && kind === '*')
      yield [`spec.clusterResourceWhitelist[${index}]`, 'may make every kind of the cluster, roles and bindings too'];
}
