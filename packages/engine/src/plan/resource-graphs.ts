import { instanceKindOf, piecesOfTemplate, resourcesOf, untemplated } from '../kro';
import { isManifest, type Manifest, read } from '../manifests';
import type { PlanObject } from './objects';
import type { Doc } from './source/documents';

/** The kro graphs of one side, and which instances they have. */
export interface ResourceGraphs {
  /** Keys of the graphs that a document is, or is an instance of. */
  keysOf(doc: Doc): readonly string[];
  find(key: string): Doc | undefined;
  instancesOf(graph: Doc): readonly Doc[];
}

/** Graphs are read when a document among the changes has to do with them. */
export function resourceGraphsOn(docs: readonly Doc[]): ResourceGraphs {
  const graphs = docs.filter(isResourceGraphDoc);
  const byKind = new Map<string, Doc[]>();
  if (graphs.length > 0)
    for (const doc of docs) {
      const { apiVersion, kind } = doc.identity;
      const name = `${apiVersion}/${kind}`;
      byKind.set(name, [...(byKind.get(name) ?? []), doc]);
    }
  return {
    keysOf: (doc) => {
      if (isResourceGraphDoc(doc)) return [doc.key];
      const { apiVersion, kind } = doc.identity;
      return graphs
        .filter((graph) => graph.text.includes(kind) && instanceKind(graph) === `${apiVersion}/${kind}`)
        .map(({ key }) => key);
    },
    find: (key) => graphs.find((graph) => graph.key === key),
    instancesOf: (graph) => byKind.get(instanceKind(graph) ?? '') ?? [],
  };
}

export function isResourceGraphDoc({ identity: { apiVersion, kind } }: Doc): boolean {
  return kind === 'ResourceGraphDefinition' && apiVersion.startsWith('kro.run/');
}

function instanceKind(graph: Doc): string | undefined {
  const kind = instanceKindOf(graph.manifest);
  return kind && `${kind.group}/${kind.version}/${kind.kind}`;
}

/**
 * What kro makes of graphs on one side, for each of their instances. A graph without an instance makes nothing, but one
 * that has none on either side is read as if it did: its instances may be made elsewhere.
 */
export function kroObjectsOn(side: ResourceGraphs, keys: ReadonlySet<string>, other: ResourceGraphs): PlanObject[] {
  return [...keys].flatMap((key) => {
    const graph = side.find(key);
    if (!graph) return [];
    const instances = side.instancesOf(graph);
    const there = other.find(key);
    const isUsed = instances.length > 0 || (there !== undefined && other.instancesOf(there).length > 0);
    return (isUsed ? instances : [undefined]).flatMap((instance) => kroObjectsBy(graph, instance));
  });
}

function kroObjectsBy(graph: Doc, instance: Doc | undefined): PlanObject[] {
  return resourcesOf(graph.manifest).flatMap(({ template, path }) => {
    if (!template) return [];
    const made = rendered(template, instance?.manifest);
    if (!isManifest(made)) return [];
    const { namespace = instance?.manifest.metadata.namespace } = made.metadata;
    const manifest = { ...made, metadata: { ...made.metadata, ...(namespace !== undefined && { namespace }) } };
    const within = { graph, path: `${path}.template`, ...(instance && { instance }) };
    return [{ manifest, environment: graph.environment, application: graph.application, doc: graph, within }];
  });
}

/** A template with its instance's values put in, and marks for what only AWS can tell. */
function rendered(value: unknown, instance: Manifest | undefined): unknown {
  if (typeof value === 'string') return renderedText(value, instance);
  if (Array.isArray(value)) return value.map((item) => rendered(item, instance));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rendered(part, instance)]));
}

function renderedText(text: string, instance: Manifest | undefined): unknown {
  if (!text.includes('${') || !instance || !text.includes('schema.')) return untemplated(text);
  let pieces: ReturnType<typeof piecesOfTemplate>;
  try {
    pieces = piecesOfTemplate(text);
  } catch {
    return text;
  }
  const values = pieces.map((piece) => ('literal' in piece ? piece.literal : valueFor(piece.expression, instance)));
  return values.length === 1 ? values[0] : values.join('');
}

function valueFor(expression: string, instance: Manifest): unknown {
  const path = /^\s*schema\.((?:spec|metadata)(?:\.\w+)+)\s*$/.exec(expression)?.[1];
  const value = path === undefined ? undefined : read(instance, path);
  return value ?? untemplated(`\${${expression}}`);
}

/** Whether a value of a template, or one inside it, is told by AWS. */
export function isLate(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('${');
  return value !== null && typeof value === 'object' && Object.values(value).some(isLate);
}
