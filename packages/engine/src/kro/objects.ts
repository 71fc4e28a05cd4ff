import { oncePer } from '../collections';
import type { Manifest } from '../manifests';
import { untemplated } from './expressions';
import { instanceKindOf, isResourceGraph, resourcesOf } from './resource-graph';

/** An object that kro makes from a graph. */
export interface KroObject {
  /** As kro makes it, with marks for what only AWS can tell. */
  readonly manifest: Manifest;
  /** What makes it: the graph's instance, or the graph where there is none. */
  readonly owner: Manifest;
  readonly graph: Manifest;
  /** Where in the graph it stands: `spec.resources[1].template`. */
  readonly path: string;
}

/** The graph of each instance among objects. */
export function resourceGraphsOfInstances(manifests: readonly Manifest[]): Map<Manifest, Manifest> {
  const graphs = new Map<string, Manifest>();
  for (const graph of manifests.filter(isResourceGraph)) {
    const kind = instanceKindOf(graph);
    if (kind) graphs.set(`${kind.group}/${kind.version} ${kind.kind}`, graph);
  }
  if (graphs.size === 0) return new Map();
  return new Map(
    manifests.flatMap((manifest) => {
      const graph = graphs.get(`${manifest.apiVersion} ${manifest.kind}`);
      return graph ? [[manifest, graph] as const] : [];
    }),
  );
}

/** Every object that the graphs among objects wrap. */
export function kroObjectsIn(manifests: readonly Manifest[]): KroObject[] {
  const instances = new Map([...resourceGraphsOfInstances(manifests)].map(([instance, graph]) => [graph, instance]));
  return manifests
    .filter(isResourceGraph)
    .flatMap((graph) =>
      wrappedBy(graph).map((wrapped) => ({ ...wrapped, owner: instances.get(graph) ?? graph, graph })),
    );
}

/** The same manifests each time, so that what is known of them stays known. */
const wrappedBy = oncePer((graph: Manifest): Pick<KroObject, 'manifest' | 'path'>[] =>
  resourcesOf(graph).flatMap(({ template, path }) =>
    template ? [{ manifest: rendered(template), path: `${path}.template` }] : [],
  ),
);

function rendered<T>(value: T): T {
  if (typeof value === 'string') return untemplated(value) as T;
  if (Array.isArray(value)) return value.map(rendered) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rendered(part)])) as T;
}
