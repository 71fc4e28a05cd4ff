import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allKinds } from '../../src/aws/kinds/all';
import { formsOf } from '../../src/aws/kinds/forms';
import { everyKnown, knownOf } from '../../src/aws/kinds/known';
import { isAwsKind } from '../../src/aws/kinds/questions';
import { spelled } from '../../src/aws/kinds/spelling';
import { ENGINE, REPOSITORY } from '../engine';

/** Stands for many kinds, each of which has an entry by CloudFormation's type. */
const CLOUD_CONTROL = 'cloudcontrol.aws.m.upbound.io/Resource';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The schemas of AWS's kinds in a folder, by group and kind. */
function schemasIn(folder: string): ReadonlyMap<string, Schema> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.schemas.json'));
  return new Map(
    files.flatMap((file) => {
      const group = file.replace('.schemas.json', '');
      const kinds = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, { readonly schema: Schema }>;
      return Object.entries(kinds)
        .map(([kind, { schema }]) => [`${group}/${kind.split('/')[0]}`, schema] as const)
        .filter(([key]) => isAwsKind(key) && key !== CLOUD_CONTROL);
    }),
  );
}

const imported = new Map([...schemasIn(join(ENGINE, 'schemas')), ...schemasIn(join(REPOSITORY, 'imports'))]);

describe('what is known of the kinds of AWS', () => {
  test('GIVEN every kind that is imported WHEN its entry is looked for THEN there is one', () => {
    expect(imported.size).toBeGreaterThan(140);
    expect([...imported.keys()].filter((key) => !knownOf(key))).toEqual([]);
  });

  test('GIVEN the entries WHEN their forms are listed THEN no key stands for two things', () => {
    const keys = allKinds.flatMap(formsOf).map(({ key }) => key);
    expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([]);
  });

  test('GIVEN a kind of Crossplane 2 WHEN its entry has a form THEN Crossplane 1 shares it', () => {
    const missing = [...everyKnown()]
      .filter(({ name }) => name === 'crossplane')
      .filter(({ key, kind }) => knownOf(key.replace('.aws.m.', '.aws.'))?.kind !== kind);
    expect(missing).toEqual([]);
  });

  test('GIVEN answers that are none, missing or unknown WHEN they are read THEN each says why', () => {
    const reasons = allKinds.flatMap((kind) => reasonsIn(kind).map((reason) => `${kind.name}: ${reason}`));
    expect(reasons.length).toBeGreaterThan(1000);
    expect(reasons.filter((reason) => reason.replace(/^\w+: /, '').length < 8)).toEqual([]);
  });

  test('GIVEN sources WHEN they are read THEN they are pages', () => {
    const sources = allKinds.flatMap((kind) => textsUnder(kind, 'source'));
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((source) => !source.startsWith('https://'))).toEqual([]);
  });

  test('GIVEN fields of entries WHEN the imported kinds are asked THEN they have them, by these letters', () => {
    const wrong = [...imported].flatMap(([key, schema]) => {
      const known = knownOf(key)!;
      const root = schema.properties?.['spec']?.properties?.['forProvider'] ?? schema.properties?.['spec'];
      const without = known.form.without ?? {};
      return fieldsOf(known.kind)
        .filter((field) => !(without.tags && field === known.kind.tags))
        .flatMap((field) => spelled(known.form, known.name, known.isLead, field) ?? [])
        .filter((path) => path !== '@name' && !isIn(root, path.split('.')))
        .map((path) => `${key} ${path}`);
    });
    expect(wrong).toEqual([]);
  });
});

function isIn(schema: Schema | undefined, [head = '', ...rest]: readonly string[]): boolean {
  const name = head.replace(/(?:\[\]|\?)$/, '').toLowerCase();
  const found = Object.entries(schema?.properties ?? {}).find(([field]) => field.toLowerCase() === name)?.[1];
  if (!found) return false;
  return rest.length === 0 || isIn(found.items ?? found, rest);
}

/** The fields that policies read, of every question. */
function fieldsOf({ encryption, exposure, protection, backup, tags }: (typeof allKinds)[number]): string[] {
  const answers = [encryption.atRest, encryption.inTransit, exposure, backup];
  const demands = answers.flatMap((answer) => ('demands' in answer ? answer.demands : []));
  return [
    ...demands.flatMap(({ field, when = [], unless = [] }) => [field, ...[...when, ...unless].map((one) => one.field)]),
    ...answers.flatMap((answer) => ('policy' in answer ? [answer.policy] : [])),
    ...('field' in protection ? [protection.field] : []),
    ...('field' in encryption.key ? [encryption.key.field] : []),
    ...(typeof tags === 'string' ? [tags] : []),
  ];
}

function reasonsIn(value: unknown): string[] {
  return ['none', 'missing', 'unknown'].flatMap((kind) => textsUnder(value, kind));
}

function textsUnder(value: unknown, name: string): string[] {
  if (value === null || typeof value !== 'object' || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === name && typeof part === 'string' ? [part] : textsUnder(part, name),
  );
}
