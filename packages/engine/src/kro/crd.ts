import type { Manifest } from '../manifests';
import { isRecord } from '../manifests';
import type { KindSchema, SchemaStore, Structural } from '../schema';
import { instanceKindOf } from './resource-graph';

const text: Structural = { type: 'string' };

/** Fields that kro adds to every instance's status. */
const STATUS: Readonly<Record<string, Structural>> = {
  state: text,
  conditions: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        type: text,
        status: text,
        reason: text,
        message: text,
        lastTransitionTime: text,
        observedGeneration: { type: 'integer' },
      },
    },
  },
};

const SCALARS: Readonly<Record<string, Structural>> = {
  boolean: { type: 'boolean' },
  float: { type: 'number' },
  integer: { type: 'integer' },
  object: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  string: text,
};

/**
 * The kind that kro v0.9.3 makes of a graph; undefined where the graph does not name one. Of its simple schema the
 * types are read, and of the markers `required` and `default`; an instance of the platform's own graphs has no fields.
 */
export function instanceSchemaOf(graph: Manifest): KindSchema | undefined {
  const kind = instanceKindOf(graph);
  if (!kind) return undefined;
  const { spec } = (graph['spec'] as { schema: { spec?: unknown } }).schema;
  return {
    group: kind.group,
    version: kind.version,
    kind: kind.kind,
    plural: pluralOf(kind.kind),
    scope: kind.scope,
    subresources: ['status'],
    schema: {
      type: 'object',
      properties: {
        apiVersion: text,
        kind: text,
        metadata: { type: 'object' },
        spec: objectOf(spec),
        status: { type: 'object', properties: STATUS },
      },
    },
  };
}

/** The kinds that graphs among these objects bring. */
export function instanceSchemasOf(graphs: readonly Manifest[]): SchemaStore {
  const kinds = graphs.flatMap((graph) => instanceSchemaOf(graph) ?? []);
  return {
    find: (apiVersion, kind) => kinds.find((one) => `${one.group}/${one.version}` === apiVersion && one.kind === kind),
  };
}

/** kro takes English plurals; the platform's own kinds end in a word whose plural is plain. */
export function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(?:s|x|z|ch|sh)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function objectOf(fields: unknown): Structural {
  if (!isRecord(fields) || Object.keys(fields).length === 0) return { type: 'object' };
  const entries = Object.entries(fields).map(([name, field]) => [name, fieldOf(field)] as const);
  const required = Object.entries(fields)
    .filter(([, field]) => typeof field === 'string' && /\brequired=true\b/.test(field))
    .map(([name]) => name);
  return { type: 'object', properties: Object.fromEntries(entries), ...(required.length > 0 && { required }) };
}

function fieldOf(field: unknown): Structural {
  if (typeof field !== 'string') return objectOf(field);
  return typeOf(field.split('|')[0]!.trim());
}

function typeOf(name: string): Structural {
  if (name.startsWith('[]')) return { type: 'array', items: typeOf(name.slice(2)) };
  if (name.startsWith('map[string]'))
    return { type: 'object', additionalProperties: typeOf(name.slice('map[string]'.length)) };
  return SCALARS[name] ?? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
}
