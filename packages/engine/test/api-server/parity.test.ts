import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { validateObject, validateTransition } from '../../src/api-server/validate';
import { schemasOf } from '../../src/schema/default';
import type { JsonObject } from '../../src/schema/structural';
import { SHARED } from '../engine';

const CORPUS = join(SHARED, 'corpus');
const describeWithCorpus = existsSync(CORPUS) ? describe : describe.skip;

interface Recorded {
  readonly id: number;
  readonly accepted: boolean;
  readonly message: string;
}

describeWithCorpus('parity with recorded verdicts of a real API server (skipped without ../shared/corpus)', () => {
  const schemas = existsSync(CORPUS) ? schemasOf({ crds: join(SHARED, 'crds') }) : undefined;
  const read = <T>(name: string) =>
    gunzipSync(readFileSync(join(CORPUS, `${name}.jsonl.gz`)))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as T & Recorded);

  test('GIVEN recorded creates WHEN validated THEN every verdict is the same', () => {
    const records = read<{ object: JsonObject }>('create');
    const wrong = records.filter(
      ({ object, accepted }) => (validateObject(object, { schemas: schemas! }).length === 0) !== accepted,
    );
    console.info(`creates: ${records.length - wrong.length} of ${records.length} verdicts agree`);
    expect(wrong.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  }, 60_000);

  test('GIVEN recorded updates WHEN validated THEN every verdict is the same', () => {
    const records = read<{ old: JsonObject; new: JsonObject }>('update');
    const wrong = records.filter(
      (record) => (validateTransition(record.old, record.new, { schemas: schemas! }).length === 0) !== record.accepted,
    );
    console.info(`updates: ${records.length - wrong.length} of ${records.length} verdicts agree`);
    expect(wrong.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  }, 60_000);
});
