import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOfGroup } from '../../src/references/family';
import type { ReferenceTarget } from '../../src/references/reference-kinds';
import table from '../../src/references/reference-targets.json';
import type { Structural } from '../../src/schema/structural';
import { ENGINE } from '../engine';

/** The reference fields of a schema: `{ from: { name } }` of ACK, `{ name, namespace, policy }` of Crossplane. */
function* referenceFields(schema: Structural, path: string): Generator<string> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const here = path === '' ? name : `${path}.${name}`;
    const shape = field.items ?? field;
    const properties = shape.properties ?? {};
    if (/Refs?$/.test(name) && (properties['from'] || (properties['name'] && properties['policy'])))
      yield field.items ? `${here}[]` : here;
    else yield* referenceFields(shape, field.items ? `${here}[]` : here);
  }
}

const SUFFIX = '.schemas.json';
const kinds = readdirSync(join(ENGINE, 'schemas'))
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .filter((group) => familyOfGroup(group) !== 'kubernetes')
  .flatMap((group) => {
    const content = JSON.parse(readFileSync(join(ENGINE, 'schemas', group + SUFFIX), 'utf8')) as Record<
      string,
      { schema: Structural }
    >;
    return Object.entries(content).map(([key, { schema }]) => ({ group, kind: key.split('/')[0], schema }));
  });

/** Fields of a reference's shape that the controller itself does not resolve. */
const UNRESOLVED = ['spec.selfManagedKafkaEventSourceConfig.schemaRegistryConfig.accessConfigs[].uriRef'];

test('GIVEN the kinds in use WHEN their reference fields are listed THEN the table knows what each means, and no other field', () => {
  expect(kinds.length).toBeGreaterThan(10);
  for (const { group, kind, schema } of kinds) {
    const spec = schema.properties!['spec']!;
    const fields = [...referenceFields(spec, 'spec')].filter(
      (path) =>
        !UNRESOLVED.includes(path) &&
        !path.startsWith('spec.initProvider.') &&
        !/providerConfigRef|writeConnectionSecretToRef/.test(path),
    );
    const known: Readonly<Record<string, object>> = table;
    expect([`${group}/${kind}`, ...Object.keys(known[`${group}/${kind}`] ?? {}).sort()]).toEqual([
      `${group}/${kind}`,
      ...fields.sort(),
    ]);
  }
});

test('GIVEN the table WHEN its targets are read THEN each is of the family of the kind that refers to it', () => {
  for (const [kind, fields] of Object.entries(table))
    for (const { target } of Object.values(fields as Record<string, ReferenceTarget>))
      expect(familyOfGroup(target.split('/')[0]!)).toBe(familyOfGroup(kind.split('/')[0]!));
});
