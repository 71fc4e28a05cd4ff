import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaStore } from './store';
import type { KindSchema, Structural } from './structural';

/** The file of the core kinds' schemas, beside those of the custom kinds that the engine carries. */
export const KUBERNETES_SCHEMAS = 'kubernetes.schemas.json';

/** API groups whose kinds manifests may hold. */
export const KUBERNETES_GROUPS = [
  'api/v1',
  'apis/admissionregistration.k8s.io/v1',
  'apis/apps/v1',
  'apis/autoscaling/v2',
  'apis/batch/v1',
  'apis/networking.k8s.io/v1',
  'apis/policy/v1',
  'apis/rbac.authorization.k8s.io/v1',
  'apis/scheduling.k8s.io/v1',
  'apis/storage.k8s.io/v1',
];

/** A schema as the file has it: other definitions by name. */
type Stored = Omit<Structural, 'properties' | 'items' | 'additionalProperties'> & {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Stored>>;
  readonly items?: Stored;
  readonly additionalProperties?: Stored;
};

interface StoredKind {
  readonly plural: string;
  readonly scope: KindSchema['scope'];
  readonly subresources: readonly string[];
  readonly definition: string;
}

interface StoredFile {
  readonly kinds: Readonly<Record<string, StoredKind>>;
  readonly definitions: Readonly<Record<string, Stored>>;
}

/** The schemas of Kubernetes' own kinds, of the version that the environments run. */
export class KubernetesSchemas implements SchemaStore {
  private file: StoredFile | undefined;
  private readonly resolved = new Map<string, Structural>();

  constructor(private readonly folder: string) {}

  find(apiVersion: string, kind: string): KindSchema | undefined {
    this.file ??= JSON.parse(readFileSync(join(this.folder, KUBERNETES_SCHEMAS), 'utf8')) as StoredFile;
    const key = `${apiVersion}/${kind}`;
    const found = Object.hasOwn(this.file.kinds, key) ? this.file.kinds[key] : undefined;
    if (!found) return undefined;
    const [version = '', group = ''] = apiVersion.split('/').reverse();
    const { plural, scope, subresources, definition } = found;
    return {
      group,
      version,
      kind,
      plural,
      scope,
      subresources,
      schema: this.resolve({ $ref: definition }),
      isNative: true,
    };
  }

  /** One object per definition, however often it is referred to. */
  private resolve(stored: Stored): Structural {
    const { $ref } = stored;
    if ($ref !== undefined) {
      const known = this.resolved.get($ref) ?? this.resolve(this.file!.definitions[$ref]!);
      this.resolved.set($ref, known);
      return known;
    }
    const { properties, items, additionalProperties, ...rest } = stored;
    return {
      ...rest,
      ...(properties && {
        properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, this.resolve(part)])),
      }),
      ...(items && { items: this.resolve(items) }),
      ...(additionalProperties && { additionalProperties: this.resolve(additionalProperties) }),
    };
  }
}

/** An OpenAPI v3 document of an API group, as the server publishes it. */
export interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, OpenApiSchema>> };
}

interface OpenApiSchema {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly allOf?: readonly OpenApiSchema[];
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly items?: OpenApiSchema;
  readonly additionalProperties?: OpenApiSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}

/** A group's kinds, from the server's discovery. */
export interface ApiResourceList {
  readonly groupVersion: string;
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

const REF = /^#\/components\/schemas\//;
const METADATA = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';

/** Not a format that a CRD could have: the server checks quantities in its own kinds only. */
export const QUANTITY_FORMAT = 'x-kubernetes-quantity';

/** The compact schemas of what a server serves, one line a kind and definition. */
export function compactOpenApi(
  groups: readonly { readonly openapi: OpenApi; readonly resources: ApiResourceList }[],
): string {
  const definitions: Record<string, Stored> = {};
  const kinds: Record<string, StoredKind> = {};
  for (const { openapi, resources } of groups) {
    const { schemas } = openapi.components;
    for (const { name, kind, namespaced } of resources.resources) {
      const [group = '', version = ''] = resources.groupVersion.includes('/')
        ? resources.groupVersion.split('/')
        : ['', resources.groupVersion];
      const definition = Object.keys(schemas).find((key) =>
        schemas[key]!['x-kubernetes-group-version-kind']?.some(
          (one) => one.group === group && one.version === version && one.kind === kind,
        ),
      );
      if (name.includes('/') || !definition) continue;
      const subresources = resources.resources
        .filter((one) => one.name.startsWith(`${name}/`))
        .map((one) => one.name.slice(name.length + 1));
      kinds[`${resources.groupVersion}/${kind}`] = {
        plural: name,
        scope: namespaced ? 'Namespaced' : 'Cluster',
        subresources: subresources.sort(),
        definition,
      };
      addDefinition(definition, schemas, definitions);
    }
  }
  const lines = (record: Record<string, unknown>) =>
    Object.keys(record)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${JSON.stringify(record[key])}`)
      .join(',\n');
  return `{"kinds":{\n${lines(kinds)}\n},"definitions":{\n${lines(definitions)}\n}}\n`;
}

function addDefinition(
  name: string,
  schemas: Readonly<Record<string, OpenApiSchema>>,
  definitions: Record<string, Stored>,
): void {
  if (definitions[name]) return;
  // metadata has checks of its own, which know its fields
  definitions[name] = name === METADATA ? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } : {};
  if (name === METADATA) return;
  definitions[name] = name === QUANTITY ? { format: QUANTITY_FORMAT } : convert(schemas[name]!, schemas, definitions);
}

/** Defaults are left out: those of the document stand for Go's zero values, and would hide what is missing. */
function convert(
  schema: OpenApiSchema,
  schemas: Readonly<Record<string, OpenApiSchema>>,
  definitions: Record<string, Stored>,
): Stored {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (ref) {
    const name = ref.replace(REF, '');
    addDefinition(name, schemas, definitions);
    return { $ref: name };
  }
  if (schema.format === 'int-or-string')
    return { 'x-kubernetes-int-or-string': true, minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
  const { type, format, properties, items, additionalProperties, required, enum: allowed } = schema;
  const isOpen = type === 'object' && !properties && !additionalProperties;
  return {
    ...(type && { type }),
    ...(format && { format }),
    ...(allowed && { enum: allowed }),
    ...(required && { required }),
    ...(isOpen && { 'x-kubernetes-preserve-unknown-fields': true }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, part]) => [name, convert(part, schemas, definitions)]),
      ),
    }),
    ...(items && { items: convert(items, schemas, definitions) }),
    ...(additionalProperties && { additionalProperties: convert(additionalProperties, schemas, definitions) }),
  };
}
