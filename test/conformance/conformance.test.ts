import { join } from 'node:path';
import facts from '../../bootstrap/facts.json';
import { documentValues } from '../../conformance';
import { loadEnvironments } from '../../environments';
import { compare, type DocumentValue } from '../../packages/engine/src/conformance/compare';
import { Evidence } from '../../packages/engine/src/conformance/evidence';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ROOT } from '../repository';

const [production] = loadEnvironments(ROOT, ['production']);
const manifests = readManifests(join(ROOT, 'dist', 'production'));
const statuses = (values: readonly DocumentValue[], tree: Evidence) =>
  compare(values, tree).map(({ status }) => status);

describe('conformance', () => {
  test('GIVEN dist/production WHEN compared with the document THEN nothing is missing', () => {
    const missing = compare(documentValues, new Evidence(manifests, production!, facts)).filter(
      ({ status }) => status === 'missing',
    );
    expect(missing).toEqual([]);
  });

  test('GIVEN an empty tree WHEN compared THEN every value is missing, except those that are deliberately not there', () => {
    const present = compare(documentValues, new Evidence([], production!)).filter(
      ({ status, platform }) => status !== 'missing' && platform !== false && platform !== 'none',
    );
    expect(present.map(({ path }) => path)).toEqual([]);
  });

  test('GIVEN any one object removed WHEN compared THEN the objects that the document names are missed', () => {
    const missed = manifests.filter((gone) =>
      statuses(
        documentValues,
        new Evidence(
          manifests.filter((one) => one !== gone),
          production!,
          facts,
        ),
      ).includes('missing'),
    );
    const names = missed.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'Queue order-processing',
        'Queue order-processing-dlq',
        'Topic audit-log',
        'Rule user-registration-rule',
        'Bus custom-events',
        'Archive custom-events-archive',
      ]),
    );
  });

  test('GIVEN a deviation WHEN the platform has neither the value nor the choice THEN it is missing', () => {
    const value = (found: unknown): DocumentValue => ({
      path: 'a',
      value: 1,
      read: () => found,
      deviation: { chosen: 2, because: 'b', source: 'c' },
    });
    expect([1, 2, 3].map((found) => statuses([value(found)], new Evidence([], production!)))).toEqual([
      ['matched'],
      ['deviated'],
      ['missing'],
    ]);
  });
});
