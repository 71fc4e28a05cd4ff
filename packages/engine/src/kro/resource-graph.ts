import { isManifest, isRecord, kindKey, type Manifest, records } from '../manifests';

/** https://kro.run/docs/concepts/resource-group-definitions */
export const RESOURCE_GRAPH_KIND = 'kro.run/ResourceGraphDefinition';

/** A resource of a ResourceGraphDefinition: an object that kro makes, or one that it reads. */
export interface GraphResource {
  readonly id: string;
  /** `spec.resources[0]`. */
  readonly path: string;
  readonly template?: Manifest;
  readonly externalRef?: ExternalRef;
  readonly readyWhen: readonly string[];
  readonly includeWhen: readonly string[];
}

export interface ExternalRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** What is wrong with a graph. */
export interface GraphProblem {
  /** `spec.resources[1].template.spec.issuer`. */
  readonly path: string;
  readonly message: string;
}

/** The kind that a graph brings. */
export interface InstanceKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly scope: 'Namespaced' | 'Cluster';
}

export function isResourceGraph(manifest: Manifest): boolean {
  return kindKey(manifest) === RESOURCE_GRAPH_KIND;
}

/** The graphs among values that were read from files. */
export function resourceGraphsAmong(values: readonly unknown[]): Manifest[] {
  return values.filter(isManifest).filter(isResourceGraph);
}

/** The resources of a graph; what is no resource at all is left out. */
export function resourcesOf(graph: Manifest): GraphResource[] {
  const spec = isRecord(graph['spec']) ? graph['spec'] : {};
  return records(spec['resources']).map((resource, index) => ({
    id: String(resource['id'] ?? ''),
    path: `spec.resources[${index}]`,
    template: isManifest(resource['template']) ? resource['template'] : undefined,
    externalRef: externalRefOf(resource['externalRef']),
    readyWhen: texts(resource['readyWhen']),
    includeWhen: texts(resource['includeWhen']),
  }));
}

/** The kind whose instances a graph serves; kro's own group where the graph names none. */
export function instanceKindOf(graph: Manifest): InstanceKind | undefined {
  const spec = isRecord(graph['spec']) ? graph['spec'] : {};
  const schema = isRecord(spec['schema']) ? spec['schema'] : {};
  const { kind, apiVersion, group = 'kro.run', scope = 'Namespaced' } = schema;
  if (typeof kind !== 'string' || typeof apiVersion !== 'string' || typeof group !== 'string') return undefined;
  return { group, version: apiVersion, kind, scope: scope === 'Cluster' ? 'Cluster' : 'Namespaced' };
}

function externalRefOf(value: unknown): ExternalRef | undefined {
  if (!isRecord(value) || !isRecord(value['metadata'])) return undefined;
  const { name, namespace } = value['metadata'];
  if (typeof name !== 'string') return undefined;
  return {
    apiVersion: String(value['apiVersion']),
    kind: String(value['kind']),
    name,
    ...(typeof namespace === 'string' && { namespace }),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
