import { isAwsKind, isStatefulObject, physicalKeyOf } from '../aws';
import { escapeLiteral } from '../kro';
import type { SynthChart, SynthObject } from '../manifests';
import { annotationOf, entry, SYNC_OPTIONS, SYNC_WAVE } from '../manifests';
import { isRetained } from '../rules';
import type { SchemaStore } from '../schema';
import { expressionFor, selectorOf, WiringProblem } from './expression';
import { schemaAt } from './field-path';
import { Ids } from './ids';
import { keyOf, lateKey, lateValuesOf } from './keys';
import type { Occurrence } from './occurrences';
import type { LateValue } from './token';
import { type ExternalResource, type TemplateResource, writeResourceGraph } from './write-resource-graph';

/** An object with values that neither a literal nor a reference can give it. */
export interface Consumer {
  readonly object: SynthObject;
  readonly occurrences: readonly Occurrence[];
}

export interface ConsumerGroup {
  readonly group: readonly Consumer[];
  readonly schemas: SchemaStore;
  /** The API group of the kinds that graphs bring. */
  readonly kindsGroup: string;
  /** What cannot be wired goes here. */
  readonly problems: string[];
}

/**
 * The graph of consumers that belong together, and its instance; named by the application and the construct that made
 * them.
 */
export function resourceGraphAround(
  chart: SynthChart,
  id: string,
  { group, schemas, kindsGroup, problems }: ConsumerGroup,
): SynthObject[] {
  const ids = new Ids();
  const made = new Set(group.map(({ object }) => keyOf(object.manifest)));
  const reads = new Map<string, ExternalResource>();
  const makes: TemplateResource[] = [];
  const idOf = (late: LateValue) => ids.of(lateKey(late), late.name, late.kind);
  for (const { occurrences } of group)
    for (const late of lateValuesOf(occurrences)) {
      const { apiVersion, kind, name, namespace, once } = late;
      const key = lateKey(late);
      const id = idOf(late);
      if (made.has(key)) continue;
      const readyWhen = new Set([
        ...(reads.get(key)?.readyWhen ?? []),
        ...(once ? [`${selectorOf(late, idOf, once.path)} == "${once.equals}"`] : []),
      ]);
      reads.set(key, { id, apiVersion, kind, name, namespace, readyWhen: [...readyWhen] });
    }
  for (const { object, occurrences } of group) {
    const { manifest, path } = object;
    problems.push(...refusals(object));
    const schema = schemas.find(manifest.apiVersion, manifest.kind);
    for (const occurrence of occurrences)
      try {
        const field = schema && schemaAt(schema.schema, occurrence.path).schema;
        occurrence.parent[occurrence.key] = expressionFor(occurrence, field, schemas, idOf);
      } catch (error) {
        if (!(error instanceof WiringProblem)) throw error;
        problems.push(`${path}: ${occurrence.path}: ${error.message}`);
      }
    const written = new Set(occurrences.map((occurrence) => occurrence.path));
    escapeOthers(manifest as unknown as Record<string, unknown>, '', written);
    const isCluster = schema?.scope === 'Cluster';
    makes.push({ id: ids.of(keyOf(manifest), manifest.metadata.name, manifest.kind), manifest, isCluster });
  }
  const [first] = group;
  const [, application = ''] = chart.path.split('/');
  const [graph, instance] = writeResourceGraph({
    group: kindsGroup,
    name: `${application}-${id.replace(/[^a-z0-9-]+/g, '-')}`,
    // beside what it reads, where the consumer is the whole cluster's
    namespace: first!.object.manifest.metadata.namespace ?? [...reads.values()][0]?.namespace ?? 'default',
    labels: first!.object.manifest.metadata.labels ?? {},
    syncOptions: argocdOf(group, SYNC_OPTIONS),
    syncWave: argocdOf(group, SYNC_WAVE),
    reads: [...reads.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    makes,
  });
  const path = `${chart.path}/${id}`;
  return [
    { path, manifest: graph },
    { path, manifest: instance },
  ];
}

/** Texts without late values are not kro's to read: `${` in them stays what it is. */
function escapeOthers(value: Record<string, unknown>, at: string, written: ReadonlySet<string>): void {
  for (const [key, part] of Object.entries(value)) {
    const path = entry(value, at, key);
    if (typeof part === 'string' && !written.has(path)) value[key] = escapeLiteral(part);
    else if (part !== null && typeof part === 'object') escapeOthers(part as Record<string, unknown>, path, written);
  }
}

/** Deleting an instance deletes what it wraps. */
function refusals({ path, manifest }: SynthObject): string[] {
  // what nobody knows may hold data
  const mayHoldData = isAwsKind(physicalKeyOf(manifest)) && isStatefulObject(manifest) !== false;
  if (!mayHoldData || isRetained(manifest)) return [];
  return [
    `${path}: a late value would wrap ${manifest.kind} ${manifest.metadata.name} in a kro graph, and deleting the instance would delete its data; allowed where it is retained (ACK) or may not be deleted (Crossplane)`,
  ];
}

/**
 * What Argo CD is told of an object it is told of the graph around it: one around something that it may not prune is
 * not pruned either, and one around something that names its wave comes then.
 */
function argocdOf(group: readonly Consumer[], annotation: string): string | undefined {
  return group.map(({ object }) => annotationOf(object.manifest, annotation)).find((value) => value !== undefined);
}
