import { isRecord, records } from '../../manifests/fields';
import { groupOf } from '../../manifests/manifest';
import type { Problem, Rule } from '../rule';
import { fieldOf, type Tree, type TreeObject } from '../tree';
import { sourcesOf } from './argocd-source';

export const argocdPermission: Rule = {
  id: 'argocd-permission',
  group: 'references',
  reason: 'Argo CD refuses to sync what the project does not permit: a repository, a destination, or a kind.',
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const object of tree.ofKinds('argoproj.io/Application')) {
    const name = fieldOf(object, 'spec.project');
    const project = tree.ofKinds('argoproj.io/AppProject').find(({ manifest }) => manifest.metadata.name === name);
    if (!project) continue;
    yield* checkSources(object, project);
    yield* checkDestination(object, project);
    yield* checkKinds(tree, object, project);
  }
}

function* checkSources(object: TreeObject, project: TreeObject): Generator<Problem> {
  const allowed = strings(fieldOf(project, 'spec.sourceRepos'));
  for (const { path, value } of sourcesOf(object)) {
    const repository = value['repoURL'];
    if (typeof repository === 'string' && !allowed.some((pattern) => matches(pattern, repository)))
      yield {
        object,
        path: `${path}.repoURL`,
        message: `project ${project.manifest.metadata.name} permits ${allowed.join(', ') || 'no repository'}, not ${repository}`,
      };
  }
}

function* checkDestination(object: TreeObject, project: TreeObject): Generator<Problem> {
  const destination = fieldOf(object, 'spec.destination');
  if (!isRecord(destination)) return;
  const isPermitted = records(fieldOf(project, 'spec.destinations')).some((allowed) =>
    ['server', 'name', 'namespace'].every(
      (field) =>
        destination[field] === undefined ||
        allowed[field] === undefined ||
        matches(String(allowed[field]), String(destination[field])),
    ),
  );
  if (!isPermitted)
    yield {
      object,
      path: 'spec.destination',
      message:
        `project ${project.manifest.metadata.name} does not permit ${destination['server'] ?? destination['name']} ${destination['namespace'] ?? ''}`.trimEnd(),
    };
}

/** The kinds in the folder that the Application syncs. What kro makes of a graph is not synced, so it needs no permission. */
function* checkKinds(tree: Tree, application: TreeObject, project: TreeObject): Generator<Problem> {
  const folders = new Set(
    sourcesOf(application).map(({ value }) =>
      String(value['path'] ?? '')
        .split('/')
        .at(-1),
    ),
  );
  for (const object of tree.objects) {
    if (object.within || !folders.has(object.application)) continue;
    const { metadata, kind } = object.manifest;
    const field = metadata.namespace === undefined ? 'clusterResourceWhitelist' : 'namespaceResourceWhitelist';
    const list = fieldOf(project, `spec.${field}`);
    // without a list every namespaced kind is permitted, and no kind of the cluster
    const isPermitted =
      list === undefined
        ? metadata.namespace !== undefined
        : records(list).some(
            (one) =>
              matches(String(one['group'] ?? ''), groupOf(object.manifest)) && matches(String(one['kind']), kind),
          );
    if (!isPermitted)
      yield {
        object,
        path: 'kind',
        message: `project ${project.manifest.metadata.name} does not permit ${kind} (${field})`,
      };
  }
}

function matches(pattern: string, text: string): boolean {
  if (pattern.startsWith('!')) return false;
  const expression = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${expression}$`).test(text);
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
