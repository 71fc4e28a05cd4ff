import { groupBy, oncePer } from '../../collections';
import { groupOf, isRecord, records } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';
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
    yield* checkObjects(tree, object, project);
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

/** The objects in the folder that the Application syncs; what kro makes of them Argo CD does not see. */
function* checkObjects(tree: Tree, application: TreeObject, project: TreeObject): Generator<Problem> {
  const folders = new Set(
    sourcesOf(application).map(({ value }) =>
      String(value['path'] ?? '')
        .split('/')
        .at(-1),
    ),
  );
  const { name } = project.manifest.metadata;
  for (const object of [...folders].flatMap((folder) => writtenIn(tree).get(folder ?? '') ?? [])) {
    const { kind, metadata } = object.manifest;
    const field = metadata.namespace === undefined ? 'clusterResourceWhitelist' : 'namespaceResourceWhitelist';
    if (!permitsKind(object, fieldOf(project, `spec.${field}`)))
      yield { object, path: 'kind', message: `project ${name} does not permit ${kind} (${field})` };
    else if (!permitsNamespace(object, project))
      yield {
        object,
        path: 'metadata.namespace',
        message: `project ${name} does not permit the namespace ${metadata.namespace}`,
      };
  }
}

/** By application. */
const writtenIn = oncePer((tree: Tree) =>
  groupBy(
    tree.objects.filter(({ within }) => !within),
    ({ application }) => application,
  ),
);

/** Without a list every namespaced kind is permitted, and no kind of the cluster. */
function permitsKind({ manifest }: TreeObject, list: unknown): boolean {
  if (list === undefined) return manifest.metadata.namespace !== undefined;
  return records(list).some(
    (one) => matches(String(one['group'] ?? ''), groupOf(manifest)) && matches(String(one['kind']), manifest.kind),
  );
}

function permitsNamespace({ manifest }: TreeObject, project: TreeObject): boolean {
  const { namespace } = manifest.metadata;
  if (namespace === undefined) return true;
  return records(fieldOf(project, 'spec.destinations')).some(({ namespace: allowed = '*' }) =>
    matches(String(allowed), namespace),
  );
}

function matches(pattern: string, text: string): boolean {
  if (pattern.startsWith('!')) return false;
  return pattern.includes('*') ? fits(pattern, text) : pattern === text;
}

/** `*` stands for any text. Each piece is taken where it first stands, so that no pattern takes long. */
function fits(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
