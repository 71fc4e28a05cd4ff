import { join } from 'node:path';
import fc from 'fast-check';
import { validateObject, validateTransition } from '../../src/api-server/validate';
import { readManifests } from '../../src/manifests/read';
import { schemasOf } from '../../src/schema/default';
import type { JsonObject } from '../../src/schema/structural';
import { ENGINE, SAMPLE_DIST } from '../engine';
import { ApiServer } from './api-server';
import { describeOnServer } from './describe-on-server';
import { bases, changed } from './native-cases';
import { randomlyChanged } from './random-changes';

/** `ROUNDS=full npm test` makes more cases. */
const CASES = process.env['ROUNDS'] === 'full' ? 5_000 : 1_000;
/**
 * `SEED=any npm test` makes other cases; without it a run repeats itself, so that a red test is a change's own doing.
 */
const SEED = process.env['SEED'] === 'any' ? Date.now() : Number(process.env['SEED'] ?? 7);

describeOnServer('objects under random changes: the verdict offline and that of a real API server', () => {
  const server = new ApiServer();
  const schemas = schemasOf();
  const find = (object: JsonObject) => schemas.find(String(object['apiVersion']), String(object['kind']))!;
  beforeAll(async () => {
    await server.start();
    await server.installCrds(join(ENGINE, 'schemas'));
  }, 300_000);
  afterAll(() => server.stop());

  const custom = () =>
    (readManifests(join(SAMPLE_DIST, 'production')) as unknown as JsonObject[])
      // what kro serves has no schema of its own in imports/
      .filter((object) => find(object)?.isNative === undefined && find(object) !== undefined)
      .map(
        (object): JsonObject => ({
          ...object,
          metadata: { ...(object['metadata'] as JsonObject), namespace: 'default' },
        }),
      );

  async function disagreements(bases: readonly JsonObject[], seed: number): Promise<string[]> {
    const objects = fc.sample(randomlyChanged(bases), { numRuns: CASES, seed });
    const verdicts = await server.judge(objects.map((object) => ({ object, kind: find(object) })));
    const wrong = objects.flatMap((object, position) => {
      const findings = validateObject(object, { schemas });
      const refusal = verdicts[position];
      if ((refusal === undefined) === (findings.length === 0)) return [];
      const offline = findings.map(({ path, message }) => `${path}: ${message}`).join('; ') || 'accepts';
      return [`${JSON.stringify(object).slice(0, 1500)}: server ${refusal ?? 'accepts'}, offline ${offline}`];
    });
    const accepted = verdicts.filter((verdict) => verdict === undefined).length;
    console.info(`seed ${seed}: ${CASES - wrong.length} of ${CASES} verdicts agree, ${accepted} accepted`);
    return wrong;
  }

  test(`GIVEN ${CASES} random changes of dist's custom objects WHEN both judge THEN they agree on every one`, async () => {
    expect(await disagreements(custom(), SEED)).toEqual([]);
  }, 300_000);

  test(`GIVEN ${CASES} random changes of core objects WHEN both judge THEN they agree on every one`, async () => {
    const sound = Object.keys(bases).map((kind) => changed([kind, 'metadata.labels', {}], 'a'));
    expect(await disagreements(sound, SEED)).toEqual([]);
  }, 300_000);

  test(`GIVEN stored custom objects and ${CASES} random changes to them WHEN both judge the update THEN they agree on every one`, async () => {
    const stored = custom();
    const versions = new Map<string, string>();
    const keyOf = ({ apiVersion, kind, metadata }: JsonObject) =>
      `${apiVersion} ${kind} ${(metadata as JsonObject)['name']}`;
    for (const object of stored) versions.set(keyOf(object), await server.store(find(object), object));
    const wrong: string[] = [];
    for (const object of fc.sample(randomlyChanged(stored), { numRuns: CASES, seed: SEED })) {
      const old = stored.find((one) => keyOf(one) === keyOf(object))!;
      const refusal = await server.replace(find(object), object, versions.get(keyOf(object))!);
      const findings = validateTransition(old, object, { schemas });
      if ((refusal === undefined) === (findings.length === 0)) continue;
      const offline = findings.map(({ path, message }) => `${path}: ${message}`).join('; ') || 'accepts';
      wrong.push(`${JSON.stringify(object).slice(0, 1500)}: server ${refusal ?? 'accepts'}, offline ${offline}`);
    }
    console.info(`seed ${SEED}: ${CASES - wrong.length} of ${CASES} verdicts on updates agree`);
    expect(wrong).toEqual([]);
  }, 300_000);
});
