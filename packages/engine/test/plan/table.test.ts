import { join } from 'node:path';
import { kroObjectsIn } from '../../src/kro/objects';
import { kindKey, type Manifest } from '../../src/manifests/manifest';
import { readManifests } from '../../src/manifests/read';
import { EFFECTS } from '../../src/plan/model';
import { SAMPLE_DIST } from '../engine';
import { planOf } from './files';
import { bases, clusterTable, type Row, table } from './table';

interface Case {
  readonly kind: string;
  readonly row: Row;
  readonly base: Manifest;
}

const written = readManifests(join(SAMPLE_DIST, 'production'));
const objects = [...written, ...kroObjectsIn(written).map(({ manifest }) => manifest)];

/** An object of dist; of kinds that dist does not hold one that has nothing but what the row says. */
function objectOf(kind: string): Manifest {
  const [key = '', name] = kind.split('#');
  const found = objects.find(
    (manifest) => kindKey(manifest) === key && (name === undefined || manifest.metadata.name === name),
  );
  const [group = '', short = ''] = key.split('/');
  const version = group.endsWith('.upbound.io') ? 'v1beta1' : 'v1alpha1';
  return (
    found ?? { apiVersion: `${group}/${version}`, kind: short, metadata: { name: 'a', namespace: 'aws' }, spec: {} }
  );
}

function casesOf(rows: Readonly<Record<string, readonly Row[]>>, objectFor: (kind: string) => Manifest): Case[] {
  return Object.entries(rows).flatMap(([kind, all]) => all.map((row) => ({ kind, row, base: objectFor(kind) })));
}

const cases = [
  ...casesOf(table, objectOf),
  ...casesOf(clusterTable, (kind) => ({ metadata: { name: 'a', namespace: 'a' }, ...bases[kind] }) as Manifest),
];

function withField(manifest: Manifest, path: string, value: unknown): Manifest {
  const copy = structuredClone(manifest) as unknown as Record<string, unknown>;
  const steps = path.split(/(?<!\\)\./).map((step) => step.replaceAll('\\.', '.'));
  let part = copy;
  for (const step of steps.slice(0, -1)) {
    part[step] ??= {};
    part = part[step] as Record<string, unknown>;
  }
  const last = steps.at(-1)!;
  if (value === undefined) delete part[last];
  else part[last] = value;
  return copy as unknown as Manifest;
}

/** What the engine says otherwise than the table. Every row is judged in an environment of its own. */
function mistakesIn(all: readonly Case[]): string[] {
  const tree = (side: 1 | 2) =>
    Object.fromEntries(
      all.map(({ row, base }, index) => [`row-${index}/app/a.yaml`, [withField(base, row[0], row[side])]]),
    );
  const { changes } = planOf(tree(1), tree(2));
  return all.flatMap(({ kind, row: [field, from, to, effect, reason] }, index) => {
    const found = changes.filter(({ environment }) => environment === `row-${index}`);
    const what = `${kind} ${field}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`;
    if (found.length === 0)
      return effect === 'none' && reason.test('never') ? [] : [`${what} is ${effect}, plan says nothing`];
    const [change] = found;
    if (change!.effect !== effect) return [`${what} is ${effect}, plan says ${change!.effect}: ${change!.reason}`];
    return reason.test(change!.reason) ? [] : [`${what}: ${reason} is not in: ${change!.reason}`];
  });
}

describe('the table of changes', () => {
  test('GIVEN the table WHEN it is counted THEN it has at least 150 changes, and every effect of a change', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    const used = new Set(cases.map(({ row }) => row[3]));
    expect([...used].sort()).toEqual(
      EFFECTS.filter((effect) => !['create', 'orphan', 'destroy'].includes(effect)).sort(),
    );
  });

  test('GIVEN every change of the table WHEN it is planned THEN effect and reason are the expected ones', () => {
    expect(mistakesIn(cases)).toEqual([]);
  });

  test('GIVEN a deliberate mistake in any row WHEN it is planned THEN it is found', () => {
    const spoiled = cases.map(({ row: [field, from, to, effect, reason], ...rest }) => ({
      ...rest,
      row: [field, from, to, effect === 'update' ? 'replace' : 'update', reason] as const,
    }));
    expect(mistakesIn(spoiled)).toHaveLength(cases.length);
  });
});
