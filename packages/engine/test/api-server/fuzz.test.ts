import { join } from 'node:path';
import fc from 'fast-check';
import { validateDocuments } from '../../src/api-server/validate';
import { documentsOf } from '../../src/manifests/documents';
import { readManifests } from '../../src/manifests/read';
import { stringifyAll } from '../../src/manifests/yaml';
import { checkTrees } from '../../src/rules/check';
import { rules } from '../../src/rules/registry';
import { treesOf } from '../../src/rules/trees';
import { schemasOf } from '../../src/schema/default';
import type { JsonObject } from '../../src/schema/structural';
import { SAMPLE_DIST } from '../engine';
import { randomlyChanged } from '../server/random-changes';

/** `ROUNDS=full npm test` fuzzes for a minute. */
const SECONDS = process.env['ROUNDS'] === 'full' ? 60 : 4;
const SLOWEST_MS = 2_000;

const schemas = schemasOf();
const manifests = readManifests(join(SAMPLE_DIST, 'production')) as unknown as JsonObject[];

/** YAML of changed manifests with some of its characters replaced, cut or doubled. */
const broken = fc
  .tuple(
    fc.array(randomlyChanged(manifests), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 4 }), fc.nat(3)), { maxLength: 5 }),
  )
  .map(([objects, edits]) =>
    edits.reduce((text, [position, insert, remove]) => {
      const at = position % text.length;
      return text.slice(0, at) + insert + text.slice(at + remove);
    }, stringifyAll(objects)),
  );
const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array).toString('utf8'));
const marks = fc.string({ unit: fc.constantFrom(...'-:? \n\t[]{}&*!|>\'"%@`,#ab01~=<'.split('')), maxLength: 120 });
const input = fc.record({
  text: fc.oneof(broken, bytes, marks),
  file: fc.constantFrom('a.yaml', 'a.json', 'a.ndjson', '-'),
});

describe('validate under fuzz', () => {
  test(`GIVEN ${SECONDS} s of broken manifests and arbitrary bytes THEN every one gets a verdict, none takes long`, () => {
    const end = Date.now() + SECONDS * 1_000;
    let rounds = 0;
    while (Date.now() < end)
      for (const { text, file } of fc.sample(input, 50)) {
        const start = Date.now();
        const documents = documentsOf({ file, text });
        const results = validateDocuments(documents, { schemas });
        expect(results).toHaveLength(documents.length);
        checkTrees(treesOf(documents, [file]), { rules, schemas });
        expect(Date.now() - start).toBeLessThan(SLOWEST_MS);
        rounds++;
      }
    console.info(`${rounds} inputs`);
  }, 120_000);
});
