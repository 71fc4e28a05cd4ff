import type { Place } from '../../aws';
import { isStatefulKind, physicalKeyOf } from '../../aws';
import { groupBy } from '../../collections';
import { isResourceGraph } from '../../kro';
import { kindKey, type Manifest, read, stringify } from '../../manifests';
import { Tree, type TreeObject } from '../../relations';
import { lateReadsIn } from '../../wiring';
import type { Architecture, Edge, PageApplication, PageObject, PageService } from './architecture';
import { Edges } from './edges';
import type { FileObject } from './files';
import { meaningOf } from './flows';
import { isPublic } from './public';
import { titleOfChart, titleOfKind } from './titles';

/** The area of who calls from outside. */
export const INTERNET = 'internet';

/** The objects of an environment, what kro makes of them among these, and what goes from one to another. */
export function architectureOf(environment: string, files: readonly FileObject[], home: Place): Architecture {
  const fileOf = new Map(files.map((file) => [file.manifest, file]));
  const tree = new Tree(files, { ...home, facts: new Set() });
  const positions = new Map(tree.objects.map(({ manifest }, position) => [manifest, position]));
  const objects = tree.objects.map((object) => pageObject(object, tree, fileOf, positions));
  const edges = edgesOf(tree, positions);
  const applications = applicationsOf(objects, files);
  return withInternet({ environment, applications, objects, edges }, tree.objects);
}

function pageObject(
  { manifest, application, within }: TreeObject,
  tree: Tree,
  fileOf: ReadonlyMap<Manifest, FileObject>,
  positions: ReadonlyMap<Manifest, number>,
): PageObject {
  const graph = within?.graph.manifest;
  const file = fileOf.get(graph ?? manifest)!;
  const key = physicalKeyOf(manifest);
  return {
    application,
    service: file.service,
    name: manifest.metadata.name,
    namespace: manifest.metadata.namespace ?? '',
    apiVersion: manifest.apiVersion,
    kind: manifest.kind,
    title: tree.resourceGraphs.has(manifest) ? 'kro' : titleOfKind(key),
    what: key.startsWith('AWS::') ? key.slice(key.lastIndexOf(':') + 1) : manifest.kind,
    stateful: isStatefulKind(key) === true,
    machinery: isResourceGraph(manifest) || tree.resourceGraphs.has(manifest),
    file: file.file,
    manifest: within ? stringify(read(within.graph.manifest, within.path.replace(/\[(\d+)\]/g, '.$1'))) : file.text,
    ...(graph && { graph: positions.get(graph)! }),
  };
}

function edgesOf(tree: Tree, positions: ReadonlyMap<Manifest, number>): readonly Edge[] {
  const edges = new Edges();
  const add = (from: Manifest, path: string, to: Manifest) => {
    const { kind, isInwards } = meaningOf(from, path, to);
    const [user, used] = [positions.get(from)!, positions.get(to)!];
    if (isInwards) edges.add(used, user, kind, path);
    else edges.add(user, used, kind, path);
  };
  for (const object of tree.objects) {
    const { manifest, within } = object;
    for (const mention of tree.mentionsOf(object))
      for (const to of tree.lookup.resolve(mention)) if (to !== manifest) add(manifest, mention.path, to);
    const graph = tree.resourceGraphs.get(manifest);
    if (graph) add(manifest, 'kind', graph);
    // what makes it: a graph may wrap many, which says nothing of who needs whom
    if (within) edges.add(positions.get(within.graph.manifest)!, positions.get(manifest)!, 'reference', within.path);
  }
  for (const [graph, made] of groupBy(
    tree.objects.filter(({ within }) => within),
    ({ within }) => within!.graph.manifest,
  ))
    for (const { consumer, path, producer } of lateReadsIn(graph)) {
      const from = made.find(({ within }) => within!.path === `${consumer.path}.template`);
      const to = producer.template
        ? made.find(({ within }) => within!.path === `${producer.path}.template`)?.manifest
        : readBy(tree, graph, producer.path);
      if (from && to && to !== from.manifest) add(from.manifest, path, to);
    }
  return edges.all;
}

/** What a graph's `externalRef` means. */
function readBy(tree: Tree, graph: Manifest, path: string): Manifest | undefined {
  const mention = tree.mentionsOf(tree.objectOf(graph)).find((one) => one.path === `${path}.externalRef`);
  return mention && tree.lookup.resolve(mention)[0];
}

/** Applications and charts in the order of their names; descriptions from Argo CD's projects. */
function applicationsOf(objects: readonly PageObject[], files: readonly FileObject[]): PageApplication[] {
  const sources = new Map(files.map(({ application, service, source }) => [`${application}/${service}`, source]));
  const descriptions = new Map(
    files
      .filter(({ manifest }) => kindKey(manifest) === 'argoproj.io/AppProject')
      .map(({ manifest }) => [manifest.metadata.name, read(manifest, 'spec.description')]),
  );
  const positions = objects.map((_, position) => position);
  const byName = <T extends { name: string }>(one: T, other: T) => (one.name < other.name ? -1 : 1);
  return [...groupBy(positions, (position) => objects[position]!.application)]
    .map(([name, inside]) => ({
      name,
      description: String(descriptions.get(name) ?? ''),
      services: [...groupBy(inside, (position) => objects[position]!.service)]
        .map(
          ([service, own]): PageService => ({
            name: service,
            title: titleOfChart(service),
            source: sources.get(`${name}/${service}`) ?? '',
            objects: own,
          }),
        )
        .sort(byName),
    }))
    .sort(byName);
}

/** Who calls from outside, as an object of its own with a way to everything that the Internet reaches. */
function withInternet(architecture: Architecture, all: readonly TreeObject[]): Architecture {
  const reached = all.flatMap(({ manifest }, position) => (isPublic(manifest) ? [position] : []));
  if (reached.length === 0) return architecture;
  const position = architecture.objects.length;
  const internet: PageObject = {
    application: INTERNET,
    service: INTERNET,
    name: 'Internet',
    namespace: '',
    apiVersion: '',
    kind: 'Internet',
    title: 'Callers from outside',
    what: 'Internet',
    stateful: false,
    machinery: false,
    file: '',
    manifest: '',
  };
  const service: PageService = { name: INTERNET, title: 'Internet', source: '', objects: [position] };
  const area: PageApplication = { name: INTERNET, description: 'Who calls from outside', services: [service] };
  return {
    ...architecture,
    applications: [area, ...architecture.applications],
    objects: [...architecture.objects, internet],
    edges: [...architecture.edges, ...reached.map((to): Edge => ({ from: position, to, kind: 'network', paths: [] }))],
  };
}
