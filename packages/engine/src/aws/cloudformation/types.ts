import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A property's type, as `@aws-cdk/aws-service-spec` writes it. */
export interface PropertyType {
  readonly type: string;
  readonly allowedValues?: readonly (string | number)[];
  readonly element?: PropertyType;
  readonly types?: readonly PropertyType[];
  /** Into `definitions`. */
  readonly reference?: { readonly $ref: string };
}

export interface Property {
  readonly type: PropertyType;
  readonly required?: boolean;
}

export type Properties = Readonly<Record<string, Property>>;

/** What CloudFormation, and with it Cloud Control, knows of a resource type. */
export interface ResourceType {
  readonly properties: Properties;
  /** What AWS answers with and nobody sets. */
  readonly attributes: readonly string[];
  readonly definitions: Readonly<Record<string, Properties>>;
}

const PACKAGE = '@aws-cdk/aws-service-spec';
const known = new Map<string, ResourceType | undefined>();

/**
 * A resource type by its name (`AWS::GuardDuty::Detector`); undefined for one that AWS does not have. The package's
 * database takes 0.6 s to load, so each type is kept as a file of its own once it was asked for.
 */
export function resourceType(name: string): ResourceType | undefined {
  if (!known.has(name)) known.set(name, fromCache(name) ?? fromDatabase(name));
  return known.get(name);
}

function fromCache(name: string): ResourceType | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(name), 'utf8')) as ResourceType;
  } catch {
    return undefined;
  }
}

function fromDatabase(name: string): ResourceType | undefined {
  const { loadAwsServiceSpecSync } = require('@aws-cdk/aws-service-spec') as typeof import('@aws-cdk/aws-service-spec');
  const database = loadAwsServiceSpecSync();
  const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', name);
  if (!resource) return undefined;
  const definitions = database
    .follow('usesType', resource)
    .map(({ entity }) => [entity.$id, properties(entity.properties)]);
  const type: ResourceType = {
    properties: properties(resource.properties),
    attributes: Object.keys(resource.attributes),
    definitions: Object.fromEntries(definitions),
  };
  keep(name, type);
  return type;
}

function properties(all: Readonly<Record<string, { type: unknown; required?: boolean }>>): Properties {
  return Object.fromEntries(
    Object.entries(all).map(([name, { type, required }]) => [
      name,
      { type: type as PropertyType, ...(required && { required }) },
    ]),
  );
}

function keep(name: string, type: ResourceType): void {
  const path = fileOf(name);
  const fresh = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, JSON.stringify(type));
    renameSync(fresh, path);
  } catch {
    // the next run loads the database again
  }
}

/** In `node_modules/.cache`, by the package's version. */
function fileOf(name: string): string {
  const folder = dirname(require.resolve(`${PACKAGE}/package.json`));
  version ??= (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  return join(folder, '..', '..', '.cache', 'cloudformation', version, `${name.replace(/[^A-Za-z0-9]+/g, '-')}.json`);
}
let version: string | undefined;
