import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { schemasOf } from '../../src/schema/default';
import { SHARED } from '../engine';
import { planOf } from './files';

const CORPUS = join(SHARED, 'corpus', 'update.jsonl.gz');
const describeWithCorpus = existsSync(CORPUS) ? describe : describe.skip;

interface Update {
  readonly id: number;
  readonly old: object;
  readonly new: object;
  readonly accepted: boolean;
  readonly message: string;
}

describeWithCorpus('updates that a real API server judged (skipped without ../shared/corpus)', () => {
  test('GIVEN every update WHEN it is planned THEN blocked is exactly what the server rejected', () => {
    const updates = gunzipSync(readFileSync(CORPUS))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Update);
    const tree = (side: 'old' | 'new') =>
      Object.fromEntries(updates.map((update) => [`update-${update.id}/app/a.json`, JSON.stringify(update[side])]));
    const { changes } = planOf(tree('old'), tree('new'), {
      schemas: schemasOf({ crds: join(SHARED, 'crds') }),
    });
    const blocked = new Set(changes.filter(({ effect }) => effect === 'blocked').map(({ environment }) => environment));
    const wrong = updates.filter(({ id, accepted }) => blocked.has(`update-${id}`) === accepted);
    console.info(`updates: ${updates.length - wrong.length} of ${updates.length} agree, ${blocked.size} blocked`);
    expect(wrong.map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  }, 120_000);
});
