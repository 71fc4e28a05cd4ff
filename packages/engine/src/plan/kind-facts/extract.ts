/**
 * `npm run import:facts -- --crds DIR --sources DIR`: writes `packages/engine/src/plan/kind-facts.json`, what AWS and
 * the controllers can change in place of every ACK and Crossplane kind whose CRD stands below `--crds`. `--sources`
 * holds git clones, one a folder `<owner>+<repository>/repo`: Terraform's AWS provider, Crossplane's provider and ACK's
 * controllers.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { readYaml } from '../../manifests';
import { familyOfGroup } from '../../references';
import references from '../../references/reference-targets.json';
import type { Structural } from '../../schema';
import { runGit } from '../source/run-git';
import { ackKind } from './ack';
import { type FieldMap, innerOf, matchFields, normal, type SpecProperties } from './cloudformation';
import { aliases } from './fields';
import { forceNewFields, type GoPackage } from './terraform';
import { services, types } from './types';

const { values } = parseArgs({
  options: { crds: { type: 'string' }, sources: { type: 'string' }, out: { type: 'string' } },
});
const crds = values.crds ?? '../shared/crds';
const sources = values.sources ?? '';

interface IndexEntry {
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly storageVersion: string;
  readonly file: string;
  readonly upstream: { readonly repo: string; readonly ref: string };
}

type ReferenceTargets = Readonly<Record<string, Readonly<Record<string, { readonly fills: string }>>>>;

const database = loadAwsServiceSpecSync();
const resources = new Map([...database.all('resource')].map((one) => [one.cloudFormationType.toLowerCase(), one]));
const definitions = new Map([...database.all('typeDefinition')].map((one) => [one.$id as string, one]));
const definitionOf = (ref: string) => definitions.get(ref)?.properties as unknown as SpecProperties | undefined;
const ackFacts = JSON.parse(readFileSync(join(crds, '..', 'ack', 'field-facts.json'), 'utf8')) as Record<
  string,
  { kinds: Record<string, { immutable?: string[] }> }
>;

const terraformTypes: Record<string, Record<string, string>> = {};
const packages: Record<string, GoPackage> = {};
const facts: Record<string, unknown> = {};
for (const entry of JSON.parse(readFileSync(join(crds, 'index.json'), 'utf8')) as IndexEntry[]) {
  if (familyOfGroup(entry.group) === 'kubernetes') continue;
  if (/^(?:aws\.m|services\.)/.test(entry.group)) continue;
  facts[`${entry.group}/${entry.kind}`] = kindFacts(entry);
}
const lines = Object.entries(facts)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
writeFileSync(values.out ?? join(__dirname, '..', 'kind-facts.json'), `{\n${lines.join(',\n')}\n}\n`);

const types_ = [...resources.values()].map(({ cloudFormationType, properties }) => {
  const { fields } = fixedProperties(properties as unknown as SpecProperties);
  return `${JSON.stringify(cloudFormationType)}: ${JSON.stringify(fields)}`;
});
writeFileSync(join(__dirname, '..', 'cloudformation.json'), `{\n${types_.sort().join(',\n')}\n}\n`);

/**
 * The properties of a type that cause a replacement, and in `?` those that may; nested ones with dots, items of lists
 * with `[]`.
 */
function fixedProperties(properties: SpecProperties): { fields: string[] } {
  const fields: string[] = [];
  const visit = (known: SpecProperties, prefix: string, depth: number): void => {
    for (const [name, { type, causesReplacement }] of Object.entries(known)) {
      if (causesReplacement === 'yes') fields.push(`${prefix}${name}`);
      else if (causesReplacement === 'maybe') fields.push(`${prefix}${name}?`);
      const inner = causesReplacement === 'yes' ? undefined : innerOf(type, definitionOf);
      if (inner && depth < 4) visit(inner, `${prefix}${name}${type.type === 'array' ? '[]' : ''}.`, depth + 1);
    }
  };
  visit(properties, '', 0);
  return { fields };
}

function kindFacts(entry: IndexEntry): object {
  const key = `${entry.group}/${entry.kind}`;
  const isAck = familyOfGroup(entry.group) === 'ack';
  const service = entry.group.split('.')[0]!;
  const type = types[key] ?? `AWS::${services[service] ?? service}::${entry.kind}`;
  const resource = resources.get(type.toLowerCase());
  const spec = specOf(entry);
  const schema = isAck ? spec : (spec.properties?.['forProvider'] ?? {});
  const matched =
    resource &&
    matchFields(schema, resource.properties as unknown as SpecProperties, {
      kind: entry.kind,
      aliases: aliases[key] ?? {},
      definitions: definitionOf,
    });
  const fixed = [...transitions(schema)];
  const own = isAck ? ackPart(entry, service, schema) : crossplanePart(entry, service, schema);
  return {
    ...(resource && { type: resource.cloudFormationType, fields: withReferences(key, isAck, matched!.fields) }),
    ...own,
    ...(fixed.length > 0 && { transitions: fixed }),
  };
}

/** Fields that the CRD's own rules keep as they are. */
function* transitions(schema: Structural, path = ''): Generator<string> {
  if (schema['x-kubernetes-validations']?.some(({ rule }) => /^\s*self\s*==\s*oldSelf\s*$/.test(rule))) yield path;
  for (const [field, part] of Object.entries(schema.properties ?? {}))
    yield* transitions(part, path === '' ? field : `${path}.${field}`);
}

/** A reference field does what the field does that the controller fills from it. */
function withReferences(key: string, isAck: boolean, fields: FieldMap): FieldMap {
  const prefix = isAck ? 'spec.' : 'spec.forProvider.';
  const all = { ...fields };
  for (const [path, { fills }] of Object.entries((references as ReferenceTargets)[key] ?? {})) {
    const [from, to] = [path, fills].map((one) => one.replace(prefix, '').replace(/\[\]$/, '')) as [string, string];
    if (all[to] !== undefined && (all[from] === undefined || !from.includes('.'))) all[from] = all[to];
  }
  return all;
}

function specOf({ file, storageVersion }: IndexEntry): Structural {
  const [crd] = readYaml(readFileSync(join(crds, file), 'utf8')) as [
    { spec: { versions: { name: string; schema: { openAPIV3Schema: Structural } }[] } },
  ];
  const version = crd.spec.versions.find(({ name }) => name === storageVersion) ?? crd.spec.versions[0]!;
  return version.schema.openAPIV3Schema.properties?.['spec'] ?? {};
}

function ackPart({ kind, upstream }: IndexEntry, service: string, schema: Structural): object {
  const immutable = (ackFacts[service]?.kinds[kind]?.immutable ?? []).map((name) => pathLike(schema, name.split('.')));
  const git = join(sources, upstream.repo.replace('/', '+'), 'repo');
  const folder = list(git, upstream.ref, 'pkg/resource/').find(
    (path) => normal(path.split('/').at(-1)!) === normal(kind),
  );
  const sdk = folder && show(git, upstream.ref, `${folder}/sdk.go`);
  const { readBy, updates } = sdk ? ackKind(sdk) : { readBy: [], updates: true };
  const readFields = readBy.map((name) => pathLike(schema, [name]));
  return {
    ...(immutable.length > 0 && { immutable }),
    ...(readFields.length > 0 && { readBy: readFields }),
    ...(!updates && { neverUpdates: true }),
  };
}

function crossplanePart({ kind, upstream }: IndexEntry, service: string, schema: Structural): object {
  const git = join(sources, 'crossplane-contrib+provider-upjet-aws', 'repo');
  const folder = `apis/namespaced/${service}/`;
  terraformTypes[service] ??= Object.fromEntries(
    grep(git, upstream.ref, 'GetTerraformResourceType() string', folder).map(([name, type]) => [name, type]),
  );
  const resourceType = terraformTypes[service][kind];
  if (resourceType === undefined) return {};
  const forced = packagesOf(resourceType)
    .map((files) => forceNewFields(files, resourceType))
    .find((one) => one !== undefined);
  return {
    terraform: resourceType,
    ...(forced && {
      forceNew: forced.map((path) => pathLike(schema, path.split('.'))).filter((path) => !path.includes('?')),
    }),
  };
}

/** A path of another spelling in the schema's own: `DBClusterIdentifier`, `logging_config.bucket`. */
function pathLike(schema: Structural, names: readonly string[]): string {
  let part: Structural | undefined = schema;
  return names
    .map((name) => {
      const properties: Structural['properties'] = part?.properties ?? part?.items?.properties ?? {};
      const isList = part?.items !== undefined && part !== schema;
      const found = Object.keys(properties).find((one) => normal(one) === normal(name));
      part = found === undefined ? undefined : properties[found];
      return `${isList ? '[]' : ''}.${found ?? `?${name}`}`;
    })
    .join('')
    .slice(1);
}

function packagesOf(resourceType: string): GoPackage[] {
  const git = join(sources, 'upbound+terraform-provider-aws', 'repo');
  const files = run(git, [
    'grep',
    '-l',
    '-E',
    `(Resource\\("?${resourceType}["\`,)]|TypeName:\\s+"${resourceType}")`,
    'HEAD',
    '--',
    'internal/service',
  ]);
  const folders = new Set(files.map((line) => line.replace(/^HEAD:/, '').replace(/\/[^/]+$/, '')));
  return [...folders].map((folder) => {
    packages[folder] ??= Object.fromEntries(
      list(git, 'HEAD', `${folder}/`)
        .filter((path) => path.endsWith('.go') && !/_test\.go$|data_source/.test(path))
        .map((path) => [path.split('/').at(-1)!, show(git, 'HEAD', path)]),
    );
    return packages[folder];
  });
}

function grep(git: string, ref: string, text: string, folder: string): [string, string][] {
  const lines = run(git, ['grep', '-h', '-F', '-A1', text, hasRef(git, ref), '--', folder]).join('\n');
  return [...lines.matchAll(/func \(\w+ \*(\w+)\) GetTerraformResourceType\(\) string \{\n\s*return "(\w+)"/g)].map(
    ([, kind, type]) => [kind!, type!],
  );
}

function list(git: string, ref: string, folder: string): string[] {
  return run(git, ['ls-tree', '--name-only', hasRef(git, ref), folder]);
}

function show(git: string, ref: string, path: string): string {
  return run(git, ['show', '--no-ext-diff', '--no-textconv', `${hasRef(git, ref)}:${path}`]).join('\n');
}

/** The tag, or what the clone has. */
function hasRef(git: string, ref: string): string {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  return runGit(['--git-dir', git, ...args]).status === 0 ? ref : 'HEAD';
}

function run(git: string, args: readonly string[]): string[] {
  const { status, stdout } = runGit(['--git-dir', git, ...args]);
  return status === 0 ? stdout.toString().trimEnd().split('\n') : [];
}
