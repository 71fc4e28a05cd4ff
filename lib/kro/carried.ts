import type { Manifest } from '../manifests/manifest';
import { isGraph, kindOf, resourcesOf } from './graph';

/** An object that kro makes from a graph. */
export interface Carried {
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
      resourcesOf(graph).flatMap(({ template, path }) =>
        template
          ? [{ manifest: template, carrier: instances.get(graph) ?? graph, graph, path: `${path}.template` }]
          : [],
      ),
    );
}
