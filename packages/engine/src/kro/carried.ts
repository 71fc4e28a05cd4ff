import { oncePer } from '../collections';
import type { Manifest } from '../manifests';
import { untemplated } from './expressions';
import { isGraph, kindOf, resourcesOf } from './graph';

/** An object that kro makes from a graph. */
export interface Carried {
  /** As kro makes it, with marks for what only AWS can tell. */
  readonly manifest: Manifest;
  /** What makes it: the graph's instance, or the graph where there is none. */
  readonly carrier: Manifest;
  readonly graph: Manifest;
  /** Where in the graph it stands: `spec.resources[1].template`. */
  readonly path: string;
}

/** The graph of each instance among objects. */
export function graphsOfInstances(manifests: readonly Manifest[]): Map<Manifest, Manifest> {
  const graphs = new Map<string, Manifest>();
  for (const graph of manifests.filter(isGraph)) {
    const kind = kindOf(graph);
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
export function carriedIn(manifests: readonly Manifest[]): Carried[] {
  const instances = new Map([...graphsOfInstances(manifests)].map(([instance, graph]) => [graph, instance]));
  return manifests
    .filter(isGraph)
    .flatMap((graph) =>
      wrappedBy(graph).map((wrapped) => ({ ...wrapped, carrier: instances.get(graph) ?? graph, graph })),
    );
}

/** The same manifests each time, so that what is known of them stays known. */
const wrappedBy = oncePer((graph: Manifest): Pick<Carried, 'manifest' | 'path'>[] =>
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
