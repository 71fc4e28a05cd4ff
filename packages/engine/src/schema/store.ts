import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { append } from '../collections';
import { InputError } from '../errors';
import { readRegularText, readTexts, type TextFile } from '../files';
import { readJson, readYaml, SyntaxProblem } from '../manifests';
import type { SchemaCache } from './cache';
import type { KindSchema, Structural } from './structural';

/** The schemas of custom kinds, read when a kind is first asked for. */
export interface SchemaStore {
  /** The schema of a kind; undefined for an unknown one. Throws `InputError` for a file that cannot be read. */
  find(apiVersion: string, kind: string): KindSchema | undefined;
}

/** The schemas of several stores; the first that knows a kind describes it. Each kind is looked up once. */
export function firstOf(...stores: readonly SchemaStore[]): SchemaStore {
  const found = new Map<string, KindSchema | undefined>();
  return {
    find: (apiVersion, kind) => {
      const key = `${apiVersion}/${kind}`;
      if (!found.has(key)) found.set(key, lookUp(stores, apiVersion, kind));
      return found.get(key);
    },
  };
}

function lookUp(stores: readonly SchemaStore[], apiVersion: string, kind: string): KindSchema | undefined {
  for (const store of stores) {
    const schema = store.find(apiVersion, kind);
    if (schema) return schema;
  }
  return undefined;
}

type CompactKind = Omit<KindSchema, 'group' | 'version' | 'kind'>;

/** The compact schemas of a folder like `imports/`, a file per group. */
export class ImportedSchemas implements SchemaStore {
  private readonly groups = new Map<string, Record<string, CompactKind>>();

  constructor(private readonly folder: string) {}

  find(apiVersion: string, kind: string): KindSchema | undefined {
    const { group, version } = split(apiVersion);
    let kinds = this.groups.get(group);
    if (!kinds) {
      kinds = this.read(group);
      this.groups.set(group, kinds);
    }
    const found = Object.hasOwn(kinds, `${kind}/${version}`) ? kinds[`${kind}/${version}`] : undefined;
    return found && { ...found, group, version, kind };
  }

  private read(group: string): Record<string, CompactKind> {
    // a group comes from a manifest, and must not lead out of the folder
    if (!/^[a-z0-9.-]+$/.test(group)) return {};
    const file = `${group}.schemas.json`;
    if (!existsSync(join(this.folder, file))) return {};
    const text = readRegularText(join(this.folder, file));
    try {
      return JSON.parse(text) as Record<string, CompactKind>;
    } catch (error) {
      throw new InputError(
        `${join(this.folder, file)}: damaged (${(error as Error).message}); restore it: npm run import writes imports/`,
      );
    }
  }
}

/** The schemas of CRD files below a folder, YAML or JSON; a file is parsed when one of its kinds is asked for. */
export class CrdSchemas implements SchemaStore {
  private readonly kinds = new Map<string, KindSchema | undefined>();
  private readonly parsed = new Set<TextFile>();
  private readonly filesByGroup = new Map<string, TextFile[]>();

  constructor(
    dir: string,
    private readonly cache: SchemaCache,
  ) {
    for (const file of readTexts(dir, /\.(?:ya?ml|json)$/, `--crds ${dir}`))
      for (const group of new Set([...file.text.matchAll(GROUP)].map(([, group = '']) => group)))
        append(this.filesByGroup, group, file);
  }

  find(apiVersion: string, kind: string): KindSchema | undefined {
    const key = `${apiVersion}/${kind}`;
    if (this.kinds.has(key)) return this.kinds.get(key);
    const named = new RegExp(`kind["']?: *["']?${escapeRegExp(kind)}["']?\\s*[,}\\n]`);
    for (const file of this.filesByGroup.get(split(apiVersion).group) ?? []) {
      if (this.parsed.has(file) || !named.test(file.text)) continue;
      this.parsed.add(file);
      const read = () => parse(file.path, file.text).flatMap((document) => kindsOf(document, file.path));
      for (const schema of this.cache.kindsOf(file.text, read))
        this.kinds.set(`${schema.group}/${schema.version}/${schema.kind}`, schema);
    }
    if (!this.kinds.has(key)) this.kinds.set(key, undefined);
    return this.kinds.get(key);
  }
}

/** Where a CRD says its group: two columns in, below `spec`, or anywhere in JSON. */
const GROUP = /(?:^ {1,4}|["'])group["']?: *["']?([a-z0-9.-]+)["']?/gm;

function parse(path: string, text: string): unknown[] {
  try {
    return path.endsWith('.json') ? [readJson(text)] : readYaml(text);
  } catch (error) {
    const where = error instanceof SyntaxProblem ? `:${error.line}:${error.column}` : '';
    throw new InputError(`${path}${where}: ${(error as Error).message}`);
  }
}

interface CrdDocument {
  readonly kind?: string;
  readonly spec?: {
    readonly group?: string;
    readonly names?: { readonly kind?: string; readonly plural?: string };
    readonly scope?: 'Namespaced' | 'Cluster';
    readonly versions?: readonly {
      name?: string;
      served?: boolean;
      subresources?: object;
      schema?: { openAPIV3Schema?: Structural };
    }[];
  };
}

function kindsOf(document: unknown, path: string): KindSchema[] {
  const { kind, spec } = (document ?? {}) as CrdDocument;
  if (kind !== 'CustomResourceDefinition') return [];
  const { group, names, scope, versions } = spec ?? {};
  if (!group || !names?.kind || !names.plural || !scope || !Array.isArray(versions))
    throw new InputError(`${path}: not a whole CustomResourceDefinition`);
  return versions
    .filter(({ served }) => served)
    .map(({ name, subresources, schema }) => {
      if (!name || !schema?.openAPIV3Schema) throw new InputError(`${path}: version ${name} has no schema`);
      return {
        group,
        version: name,
        kind: names.kind!,
        plural: names.plural!,
        scope,
        subresources: Object.keys(subresources ?? {}),
        schema: schema.openAPIV3Schema,
      };
    });
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&');
}

function split(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.lastIndexOf('/');
  return { group: slash < 0 ? '' : apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}
