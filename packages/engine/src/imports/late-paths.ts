import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Crd } from './crd';

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const SCALARS = new Set(['string', 'integer', 'number', 'boolean']);

/**
 * Adds to the generated class of each kind which fields AWS fills in, as a type: `late(queue, 'status.…')` knows them,
 * and an editor offers them. Lists take any index.
 */
export function addLatePaths(outdir: string, crds: readonly Crd[]): void {
  const groups = new Set(crds.map(({ spec }) => spec.group));
  for (const group of groups) {
    const file = join(outdir, `${group}.ts`);
    const text = readFileSync(file, 'utf8');
    const types = crds
      .filter(({ spec }) => spec.group === group && text.includes(`export class ${spec.names.kind} extends ApiObject`))
      .map(latePathsType);
    writeFileSync(file, text + types.join(''));
  }
}

function latePathsType({ spec: { names, versions } }: Crd): string {
  const { schema } = versions.find(({ storage }) => storage) ?? versions[0]!;
  const { status } = (schema.openAPIV3Schema as Schema).properties ?? {};
  const paths = status ? [...scalarsIn(status, 'status')] : [];
  if (paths.length === 0) return '';
  const union = paths.map((path) => `    | \`${path}\``).join('\n');
  return `\n/** What is known only after creation. For types only. */\nexport interface ${names.kind} {\n  readonly latePaths?:\n${union};\n}\n`;
}

function* scalarsIn(schema: Schema, path: string): Generator<string> {
  if (schema.type !== undefined && SCALARS.has(schema.type)) yield path;
  else if (schema.items) yield* scalarsIn(schema.items, `${path}[\${number}]`);
  // how the controller gets on is for readers of its health
  else
    for (const [name, field] of Object.entries(schema.properties ?? {}))
      if (path !== 'status' || name !== 'conditions') yield* scalarsIn(field, `${path}.${name}`);
}
